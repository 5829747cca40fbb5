package ai.fomo.storage.feature;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.feature.EncoderId;
import ai.fomo.domain.feature.View;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import org.jdbi.v3.core.Handle;

/** The encoders that features, models and runs refer to by their digest. */
public final class EncoderRows {
    private EncoderRows() {}

    /** Idempotent: the digest is over all the other columns. */
    public static void put(Handle handle, EncoderId encoder) {
        handle.createUpdate("""
                        insert into encoder (digest, name, weights, runtime, preprocessing, dimension, view)
                        values (:digest, :name, :weights, :runtime, :preprocessing, :dimension, :view)
                        on conflict (digest) do nothing""")
                .bind("digest", encoder.digest())
                .bind("name", encoder.name())
                .bind("weights", encoder.weights())
                .bind("runtime", encoder.runtime())
                .bind("preprocessing", encoder.preprocessing())
                .bind("dimension", encoder.dimension())
                .bind("view", encoder.view().label())
                .execute();
    }

    /** Of a row that was joined with its encoder, whose name is called {@code encoder_name} there. */
    public static EncoderId encoder(ResultSet row) throws SQLException {
        return new EncoderId(
                row.getString("encoder_name"),
                new Sha256(row.getString("weights")),
                row.getString("runtime"),
                row.getInt("preprocessing"),
                row.getInt("dimension"),
                View.valueOf(row.getString("view").toUpperCase(Locale.ROOT)));
    }
}
