package ai.fomo.storage;

import ai.fomo.domain.RunId;
import ai.fomo.domain.Sha256;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.Types;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/** A pool of connections to PostgreSQL, and Jdbi over it that knows the domain's own types. */
public final class Database implements AutoCloseable {
    private final HikariDataSource pool;
    private final Jdbi jdbi;

    private Database(HikariDataSource pool) {
        this.pool = pool;
        this.jdbi = configured(Jdbi.create(pool));
    }

    /** @throws DatabaseUnavailableException where no connection can be made within ten seconds */
    public static Database open(DatabaseConfiguration configuration) {
        HikariConfig hikari = new HikariConfig();
        hikari.setPoolName("fomo");
        hikari.setJdbcUrl(configuration.jdbcUrl());
        hikari.setUsername(configuration.user());
        hikari.setPassword(configuration.password());
        hikari.setMaximumPoolSize(configuration.poolSize());
        // A command needs one or two; the rest come when an activity wants them.
        hikari.setMinimumIdle(1);
        hikari.setConnectionTimeout(10_000);
        hikari.addDataSourceProperty("ApplicationName", "fomo");
        hikari.addDataSourceProperty("connectTimeout", "10");
        hikari.addDataSourceProperty("tcpKeepAlive", "true");
        hikari.addDataSourceProperty("reWriteBatchedInserts", "true");
        // A statement here takes milliseconds, an import's batch a second: longer than this is a fault, and a retry's
        // business.
        hikari.setConnectionInitSql("set statement_timeout = '60s'; set lock_timeout = '20s';"
                + " set idle_in_transaction_session_timeout = '120s'");
        try {
            return new Database(new HikariDataSource(hikari));
        } catch (PoolInitializationException e) {
            throw new DatabaseUnavailableException(configuration, e);
        }
    }

    public Jdbi jdbi() {
        return jdbi;
    }

    @Override
    public void close() {
        pool.close();
    }

    private static Jdbi configured(Jdbi jdbi) {
        return jdbi.registerArgument(new AbstractArgumentFactory<Sha256>(Types.VARCHAR) {
                    @Override
                    protected Argument build(Sha256 value, ConfigRegistry config) {
                        return (position, statement, context) -> statement.setString(position, value.hex());
                    }
                })
                .registerArgument(new AbstractArgumentFactory<RunId>(Types.VARCHAR) {
                    @Override
                    protected Argument build(RunId value, ConfigRegistry config) {
                        return (position, statement, context) -> statement.setString(position, value.value());
                    }
                })
                .registerColumnMapper(Sha256.class, (row, column, context) -> new Sha256(row.getString(column)))
                .registerColumnMapper(RunId.class, (row, column, context) -> new RunId(row.getString(column)))
                .registerArrayType(String.class, "text")
                .registerArrayType(Integer.class, "int4")
                .registerArrayType(Sha256.class, "text", Sha256::hex);
    }
}
