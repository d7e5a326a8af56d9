#include <libpq-fe.h>

/* The fields of an error that are told; Swift doesn't see macros of characters. */
enum { KAWAL_SQLSTATE = PG_DIAG_SQLSTATE, KAWAL_MESSAGE = PG_DIAG_MESSAGE_PRIMARY };
