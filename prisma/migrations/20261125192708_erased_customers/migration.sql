-- A customer who was erased gets nothing personal back, by no path: what partners tell again later, what was under way
-- at that moment, and what is not written yet. The database holds it, so that no writer has to remember it.

ALTER TABLE "customers" ADD CONSTRAINT "customers_erased" CHECK ("erased_at" IS NULL
  OR num_nonnulls("name", "email", "phone", "external_id") = 0);

-- KEY SHARE, as a foreign key takes it: an erasure (FOR UPDATE) waits for writers that were before it, and writers that
-- come while it is asked for wait, and then see it.
create function is_erased_customer(customer uuid) returns boolean language plpgsql as $$
declare
  gone timestamptz;
begin
  select erased_at into gone from customers where id = customer for key share;
  return gone is not null;
end $$;

-- Nobody is this customer any more: there is nothing new of theirs.
create function refuse_for_erased() returns trigger language plpgsql as $$
begin
  if is_erased_customer(new.customer_id) then
    raise exception 'customer_was_erased: %', new.customer_id
      using errcode = 'check_violation', constraint = 'customer_was_erased';
  end if;
  return new;
end $$;

create trigger refuse_for_erased before insert or update of customer_id on customer_identities
  for each row execute function refuse_for_erased();
create trigger refuse_for_erased before insert or update of customer_id on tickets
  for each row execute function refuse_for_erased();
create trigger refuse_for_erased before insert or update of customer_id on attachments
  for each row execute function refuse_for_erased();
create trigger refuse_for_erased before insert or update of customer_id on returns
  for each row execute function refuse_for_erased();
create trigger refuse_for_erased before insert or update of customer_id on complaints
  for each row execute function refuse_for_erased();
create trigger refuse_for_erased before insert or update of customer_id on suggestions
  for each row execute function refuse_for_erased();
create trigger refuse_for_erased before insert on customer_exports
  for each row execute function refuse_for_erased();

-- The shop's books go on: orders, payments and parcels are kept and still change, without the person.
create function keep_order_impersonal() returns trigger language plpgsql as $$
begin
  if is_erased_customer(new.customer_id) then
    new.recipient_name := null;
    new.address_region := null;
    new.address_city := null;
    new.address_postal_code := null;
    new.address_line := null;
  end if;
  return new;
end $$;
create trigger keep_impersonal before insert or update on orders for each row
  when (num_nonnulls(new.recipient_name, new.address_region, new.address_city, new.address_postal_code,
    new.address_line) > 0) execute function keep_order_impersonal();

create function keep_delivery_impersonal() returns trigger language plpgsql as $$
begin
  if is_erased_customer(new.customer_id) then
    new.tracking_number := null;
    new.raw_status := null;
    new.pickup_point_name := null;
    new.pickup_point_address := null;
    new.pickup_point_hours := null;
  end if;
  return new;
end $$;
create trigger keep_impersonal before insert or update on deliveries for each row
  when (num_nonnulls(new.tracking_number, new.raw_status, new.pickup_point_name, new.pickup_point_address,
    new.pickup_point_hours) > 0) execute function keep_delivery_impersonal();

create function keep_payment_impersonal() returns trigger language plpgsql as $$
begin
  if is_erased_customer(new.customer_id) then
    new.raw_method := null;
    new.raw_status := null;
  end if;
  return new;
end $$;
create trigger keep_impersonal before insert or update on payments for each row
  when (num_nonnulls(new.raw_method, new.raw_status) > 0) execute function keep_payment_impersonal();

create function keep_attempt_impersonal() returns trigger language plpgsql as $$
begin
  if is_erased_customer((select customer_id from payments where id = new.payment_id)) then
    new.raw_reason := null;
  end if;
  return new;
end $$;
create trigger keep_impersonal before insert or update on payment_attempts for each row
  when (new.raw_reason is not null) execute function keep_attempt_impersonal();

create function keep_tracking_impersonal() returns trigger language plpgsql as $$
begin
  if is_erased_customer((select customer_id from deliveries where id = new.delivery_id)) then
    new.raw_text := null;
    new.location := null;
  end if;
  return new;
end $$;
create trigger keep_impersonal before insert or update on tracking_events for each row
  when (num_nonnulls(new.raw_text, new.location) > 0) execute function keep_tracking_impersonal();

create function keep_problem_impersonal() returns trigger language plpgsql as $$
begin
  if is_erased_customer((select customer_id from deliveries where id = new.delivery_id)) then
    new.description := null;
  end if;
  return new;
end $$;
create trigger keep_impersonal before insert or update on delivery_problems for each row
  when (new.description is not null) execute function keep_problem_impersonal();

create function keep_rating_impersonal() returns trigger language plpgsql as $$
begin
  if is_erased_customer(new.customer_id) then
    new.text := null;
  end if;
  return new;
end $$;
create trigger keep_impersonal before insert or update on ratings for each row
  when (new.text is not null) execute function keep_rating_impersonal();
