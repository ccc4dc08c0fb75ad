# syntax=docker/dockerfile:1

# One node of Opora. It brings no PostgreSQL: DATABASE_URL says where one is. compose.yaml starts a whole installation.

FROM node:20.20-bookworm-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
# Without the optional ones, which are programs for building and the PostgreSQL of `npm start`; and without what Prisma
# brings for databases of other makers, a third of it all.
RUN npm ci --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund \
  && rm -f node_modules/@prisma/client/runtime/*.sqlserver.* node_modules/@prisma/client/runtime/*.cockroachdb.* \
    node_modules/@prisma/client/runtime/*.mysql.* node_modules/@prisma/client/runtime/*.sqlite.*

FROM node:20.20-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY .config/prisma.ts .config/
COPY prisma prisma
COPY src src
RUN npm run -s generate:prisma && npm run -s prestart

FROM node:20.20-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000 METRICS_HOST=0.0.0.0 DATA_DIR=/data DEMO=0
WORKDIR /app
COPY --from=dependencies /app/node_modules node_modules
COPY package.json ./
COPY prisma prisma
COPY schema schema
COPY --from=build /app/dist dist
# The only place that is written to: files of tickets, unless STORAGE_URL keeps them elsewhere.
RUN install -d -o node -g node /data
VOLUME /data
USER 1000:1000
EXPOSE 4000
# Alive, not ready: a node without its database comes back by itself, and must not be restarted for it.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--enable-source-maps", "dist/main.js"]
