-- The ledger's database and the nodes' role: `psql -d postgres -f kawal.sql` as postgres on the primary; it asks for the password.
CREATE ROLE kawal LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION CONNECTION LIMIT 40;
\password kawal
CREATE DATABASE kawal;
REVOKE ALL ON DATABASE kawal FROM PUBLIC;
GRANT CONNECT ON DATABASE kawal TO kawal;
\connect kawal
REVOKE ALL ON SCHEMA public FROM PUBLIC;
-- The role owns this schema and nothing else; the first node makes its tables in it.
CREATE SCHEMA kawal AUTHORIZATION kawal;
