package ai.fomo.storage.registry;

import org.jdbi.v3.core.Handle;

/** One writer at a time in the registry, until its transaction ends: numbers without gaps, and one champion. */
final class RegistryLock {
    /** Any number will do, as long as nobody else uses it in this database. */
    private static final long KEY = 0x666f6d6f_72656700L;

    private RegistryLock() {}

    static void take(Handle handle) {
        handle.createQuery("select pg_advisory_xact_lock(:key)")
                .bind("key", KEY)
                .map((row, context) -> true)
                .one();
    }
}
