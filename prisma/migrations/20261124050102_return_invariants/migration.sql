-- What must hold of returns and refunds whoever writes them. The actions check the same first, under the same locks,
-- and answer with a Problem; these refuse what got past them.

-- Over all live returns, no more of a line is given back than was bought.
create function assert_returned_quantity(item uuid) returns void language plpgsql as $$
declare
  bought integer;
  returned bigint;
begin
  -- Whoever returns more of this line waits here, and then sees what this transaction wrote.
  select quantity into bought from order_items where id = item for no key update;
  select coalesce(sum(return_items.quantity), 0) into returned
    from return_items join returns on returns.id = return_items.return_id
    where return_items.order_item_id = item and returns.status not in ('DECLINED', 'CANCELLED');
  if returned > bought then
    raise exception 'more is returned (%) than was bought (%) of order item %', returned, bought, item
      using errcode = 'check_violation', constraint = 'return_items_within_bought';
  end if;
end $$;

create function return_items_written() returns trigger language plpgsql as $$
begin
  -- Not revived at the same moment by somebody who does not see this row yet.
  perform 1 from returns where id = new.return_id for share;
  if (select order_id from returns where id = new.return_id)
    is distinct from (select order_id from order_items where id = new.order_item_id) then
    raise exception 'order item % is not of the order of return %', new.order_item_id, new.return_id
      using errcode = 'check_violation', constraint = 'return_items_of_order';
  end if;
  perform assert_returned_quantity(new.order_item_id);
  return null;
end $$;

create trigger return_items_written after insert or update of return_id, order_item_id, quantity on return_items
  for each row execute function return_items_written();

create function returns_revived() returns trigger language plpgsql as $$
declare
  item uuid;
begin
  for item in select order_item_id from return_items where return_id = new.id order by order_item_id loop
    perform assert_returned_quantity(item);
  end loop;
  return null;
end $$;

create trigger returns_revived after update of status on returns for each row
  when (old.status in ('DECLINED', 'CANCELLED') and new.status not in ('DECLINED', 'CANCELLED'))
  execute function returns_revived();

-- No more is granted of a payment than was captured of it, and no more is sent on its way. What the shop says about a
-- payment later is not refused: when it was less after all, nothing more is granted or executed.
create function refunds_granted() returns trigger language plpgsql as $$
declare
  payment record;
  granted numeric;
begin
  select order_id, currency_code, captured_amount into payment
    from payments where id = new.payment_id for no key update;
  if payment.order_id <> new.order_id or payment.currency_code <> new.currency_code then
    raise exception 'refund % is not of the order and currency of its payment', new.id
      using errcode = 'check_violation', constraint = 'refunds_of_payment';
  end if;
  select coalesce(sum(amount), 0) into granted from refunds
    where payment_id = new.payment_id and (tg_op = 'INSERT' or status in ('PENDING', 'SUCCEEDED'));
  if granted > payment.captured_amount then
    raise exception 'more is refunded (%) than was captured (%) of payment %',
      granted, payment.captured_amount, new.payment_id
      using errcode = 'check_violation', constraint = 'refunds_within_captured';
  end if;
  return null;
end $$;

create trigger refunds_granted after insert on refunds for each row execute function refunds_granted();
create trigger refunds_sent after update of status on refunds for each row
  when (new.status = 'PENDING' and old.status <> 'PENDING') execute function refunds_granted();

-- What was granted stays as it was granted, and money that has gone back stays gone.
create function refunds_kept() returns trigger language plpgsql as $$
begin
  if (new.id, new.order_id, new.payment_id, new.return_id, new.currency_code, new.amount)
    is distinct from (old.id, old.order_id, old.payment_id, old.return_id, old.currency_code, old.amount) then
    raise exception 'refund % cannot be changed', old.id
      using errcode = 'check_violation', constraint = 'refunds_unchanged';
  end if;
  if (old.status, new.status) not in (('GRANTED', 'PENDING'), ('PENDING', 'SUCCEEDED'), ('PENDING', 'FAILED'),
    ('FAILED', 'PENDING')) and old.status <> new.status then
    raise exception 'refund % cannot go from % to %', old.id, old.status, new.status
      using errcode = 'check_violation', constraint = 'refunds_order_of_states';
  end if;
  return new;
end $$;

create trigger refunds_kept before update on refunds for each row execute function refunds_kept();

create function refunds_not_deleted() returns trigger language plpgsql as $$
begin
  raise exception 'refund % cannot be deleted', old.id
    using errcode = 'check_violation', constraint = 'refunds_unchanged';
end $$;

create trigger refunds_not_deleted before delete on refunds for each row
  when (old.status <> 'GRANTED') execute function refunds_not_deleted();
