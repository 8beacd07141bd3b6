"""Row-level security of every council-owned table, kept right after each `migrate` (and in each test database).

The setting `lw.scope` says who asks: '' nobody, '0' the nation, 'n' council n. Each table has one policy, and triggers
that say aloud what a policy alone would pass over in silence:

lw_loud    a council may not change or delete a national row
lw_stay    a row never changes its council
lw_frozen  rows of an append-only table never change
lw_kept    rows of case data are never deleted: what is over gets a date, and its history stays
lw_link_…  a foreign key between council-owned tables stays in one council (plain foreign keys do not heed policies)
"""

import hashlib
from collections.abc import Iterator
from typing import Any

from django.apps import AppConfig, apps
from django.db import connections, router, transaction

from leavingwell.platform.councils.owned import Owned

MINE = "council_id = NULLIF(current_setting('lw.scope', true), '')::bigint"
NATION = "current_setting('lw.scope', true) = '0'"
WRITE = f"{MINE} OR {NATION}"
READ = f"{WRITE} OR (council_id IS NULL AND current_setting('lw.scope', true) <> '')"

FUNCTIONS = """
CREATE OR REPLACE FUNCTION lw_loud() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE insufficient_privilege USING MESSAGE = format('row of %s is outside the scope', TG_TABLE_NAME);
END $$;
CREATE OR REPLACE FUNCTION lw_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE insufficient_privilege USING MESSAGE = format('rows of %s never change', TG_TABLE_NAME);
END $$;
CREATE OR REPLACE FUNCTION lw_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE insufficient_privilege USING MESSAGE = format('rows of %s are never deleted', TG_TABLE_NAME);
END $$;
"""
INSTALLED = """
SELECT c.relname, c.relrowsecurity AND c.relforcerowsecurity, obj_description(p.oid, 'pg_policy'),
       (SELECT count(*) FROM pg_policy x WHERE x.polrelid = c.oid),
       (SELECT count(*) FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgname LIKE 'lw\\_%%' AND t.tgenabled = 'O')
FROM pg_class c LEFT JOIN pg_policy p ON p.polrelid = c.oid AND p.polname = 'lw_write'
WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p') AND c.relname = ANY(%s)
"""
CLEAR = """
DO $$ DECLARE r record; BEGIN
  FOR r IN SELECT tgname FROM pg_trigger WHERE tgrelid = '"{0}"'::regclass AND tgname LIKE 'lw\\_%' LOOP
    EXECUTE format('DROP TRIGGER %I ON "{0}"', r.tgname); END LOOP;
  FOR r IN SELECT polname FROM pg_policy WHERE polrelid = '"{0}"'::regclass LOOP
    EXECUTE format('DROP POLICY %I ON "{0}"', r.polname); END LOOP;
END $$"""


def owned() -> list[Any]:
    """The models whose tables are walled."""
    every = apps.get_models(include_auto_created=True)
    return [model for model in every if issubclass(model, Owned) and model._meta.managed and not model._meta.proxy]


def links(model: Any) -> list[Any]:
    """Foreign keys from one council-owned table to another."""
    fields = model._meta.local_concrete_fields
    return [f for f in fields if f.is_relation and f.related_model and issubclass(f.related_model, Owned)]


def link_name(table: str, column: str) -> str:
    """PostgreSQL cuts names at 63 characters: the hash keeps two long ones apart."""
    digest = hashlib.sha256(f"{table}.{column}".encode()).hexdigest()[:8]
    return f"lw_link_{table[:30]}_{column[:14]}_{digest}"


def policy(table: str, nullable: bool) -> Iterator[str]:
    yield f'ALTER TABLE "{table}" ENABLE ROW LEVEL SECURITY'
    yield f'ALTER TABLE "{table}" FORCE ROW LEVEL SECURITY'
    yield f'CREATE POLICY lw_write ON "{table}" USING ({READ if nullable else WRITE}) WITH CHECK ({WRITE})'


def guards(table: str, nullable: bool, append_only: bool, kept: bool) -> Iterator[str]:
    if nullable:  # without it a council's UPDATE or DELETE of a national row would be a silent nothing
        yield (
            f'CREATE TRIGGER lw_loud BEFORE UPDATE OR DELETE ON "{table}" FOR EACH ROW '
            f"WHEN (OLD.council_id IS NULL AND NOT ({NATION})) EXECUTE FUNCTION lw_loud()"
        )
    yield (
        f'CREATE TRIGGER lw_stay BEFORE UPDATE OF council_id ON "{table}" FOR EACH ROW '
        "WHEN (OLD.council_id IS DISTINCT FROM NEW.council_id) EXECUTE FUNCTION lw_loud()"
    )
    if append_only:
        yield f'CREATE TRIGGER lw_frozen BEFORE UPDATE OR DELETE ON "{table}" FOR EACH ROW EXECUTE FUNCTION lw_frozen()'
    elif kept:
        yield f'CREATE TRIGGER lw_kept BEFORE DELETE ON "{table}" FOR EACH ROW EXECUTE FUNCTION lw_kept()'


def link(table: str, field: Any) -> Iterator[str]:
    column, target = field.column, field.related_model._meta.db_table
    name = link_name(table, column)
    yield (
        f'CREATE OR REPLACE FUNCTION "{name}"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN '
        f'IF NOT EXISTS (SELECT FROM "{target}" t WHERE t."{field.target_field.column}" = NEW."{column}" '
        "AND (t.council_id IS NULL OR t.council_id = NEW.council_id)) THEN "
        f"RAISE insufficient_privilege USING MESSAGE = '{table}.{column} points outside the council'; "
        "END IF; RETURN NULL; END $$"
    )
    yield (
        f'CREATE CONSTRAINT TRIGGER "{name}" AFTER INSERT OR UPDATE OF "{column}", council_id ON "{table}" '
        f'DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW WHEN (NEW."{column}" IS NOT NULL) EXECUTE FUNCTION "{name}"()'
    )


def statements(model: Any) -> list[str]:
    table, nullable = model._meta.db_table, model._meta.get_field("council").null
    made = [*policy(table, nullable), *guards(table, nullable, model.append_only, model.kept)]
    for field in links(model):
        made += link(table, field)
    return made


def stamp(model: Any) -> str:
    """Kept as the policy's comment: any change of the SQL, or a new foreign key, makes the table out of date."""
    return hashlib.sha256("".join(statements(model)).encode()).hexdigest()[:16]


def triggers(model: Any) -> int:
    return sum(" TRIGGER " in statement for statement in statements(model))


def unwalled(using: str, app_config: AppConfig | None = None) -> list[Any]:
    """The council-owned models whose existing table is not walled as it should be."""
    models_of = {
        m._meta.db_table: m
        for m in owned()
        if router.allow_migrate_model(using, m) and app_config in (None, m._meta.app_config)
    }
    if not models_of:
        return []
    with connections[using].cursor() as cursor:
        cursor.execute(INSTALLED, [list(models_of)])
        rows = cursor.fetchall()
    return [
        models_of[table]
        for table, on, comment, policies, installed in rows
        if (on, comment, policies, installed) != (True, stamp(models_of[table]), 1, triggers(models_of[table]))
    ]


def sync(app_config: AppConfig, using: str, **kwargs: Any) -> None:
    """post_migrate receiver, once for each app; does nothing when all is right."""
    for model in unwalled(using, app_config):
        table = model._meta.db_table
        with transaction.atomic(using=using), connections[using].cursor() as cursor:
            cursor.execute(FUNCTIONS)
            cursor.execute(CLEAR.replace("{0}", table))
            for statement in statements(model):
                cursor.execute(statement)
            cursor.execute(f"COMMENT ON POLICY lw_write ON \"{table}\" IS '{stamp(model)}'")
