#!/bin/sh
# Makes the role that the application works as; its rights on the tables follow with the tables.
set -eu
psql --no-psqlrc --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
  --set password="$MINGZHANG_DB_PASSWORD" <<'SQL'
create role mingzhang login password :'password';
SQL
