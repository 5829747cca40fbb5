package ai.fomo.worker.command;

import ai.fomo.domain.catalogue.Source;
import ai.fomo.storage.Database;
import ai.fomo.worker.platform.DailySync;
import ai.fomo.worker.platform.Platform;
import ai.fomo.worker.platform.SyncSchedules;
import ai.fomo.worker.view.ScheduleText;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code fomo catalogue schedule}. */
@Command(
        name = "schedule",
        description = {
            "Lets a catalogue be synced every day, so that it grows by itself; without an option it shows the schedule.",
            "",
            "A day's sync does not begin while one is running, which fetches what is new anyway. It needs the services and a"
                    + " worker at that time: where they were off, it begins at their next start within a day.",
            "How much it asks for is settled when the schedule is made: as much as the last sync, unless it is said. A schedule"
                    + " that is there changes in what is said, and in nothing else; what has changed is shown."
        },
        footer = {
            "",
            "Example:",
            "  fomo catalogue schedule covers --daily 04:00 --covers-per-genre 500",
            "  fomo catalogue schedule covers --daily 04:00 --time-zone Europe/Berlin",
            "  fomo catalogue schedule covers --covers-per-genre 800",
            "  fomo catalogue schedule covers",
            "  fomo catalogue schedule covers --off"
        })
public final class CatalogueScheduleCommand extends PlatformCommand {
    private static final ZoneId UTC = ZoneId.of("UTC");

    @Mixin
    private CatalogueName catalogue = new CatalogueName();

    @Option(
            names = "--daily",
            converter = TimeOfDay.class,
            paramLabel = "HH:MM",
            description = "When to begin each day; a new schedule needs it.")
    private @Nullable LocalTime daily;

    @Option(
            names = "--time-zone",
            converter = Zone.class,
            paramLabel = "ZONE",
            description = "Whose time that is, such as Europe/Berlin (default: UTC for a new schedule).")
    private @Nullable ZoneId zone;

    @Option(names = "--off", description = "No longer.")
    private boolean off;

    @Mixin
    private SyncOptions options = new SyncOptions();

    @Override
    protected void check() {
        options.check();
        if (off && changes()) {
            throw CommandFailure.wrongUsage("--off takes the schedule away, so nothing else can be said of it");
        }
    }

    private boolean changes() {
        return daily != null || zone != null || options.given();
    }

    @Override
    protected ExitCode run(Platform platform) {
        Source source = catalogue.require(platform);
        SyncSchedules schedules = SyncSchedules.of(platform.client());
        if (off) {
            boolean was = schedules.remove(source.name());
            console()
                    .print(
                            was
                                    ? "catalogue " + source.name() + " is no longer synced by itself"
                                    : ScheduleText.none(source.name()));
            document(source, null, null);
            return ExitCode.DONE;
        }
        DailySync before = schedules.find(source.name()).orElse(null);
        if (changes()) {
            put(schedules, before, source, platform.database());
        }
        DailySync now = schedules.find(source.name()).orElse(null);
        if (before != null && now != null && changes()) {
            List<String> changes = ScheduleText.changes(before, now);
            console()
                    .note(
                            changes.isEmpty()
                                    ? "nothing has changed"
                                    : "changed: " + String.join("\nchanged: ", changes));
        }
        console().print(ScheduleText.of(source.name(), Optional.ofNullable(now)));
        document(source, before, now);
        return ExitCode.DONE;
    }

    private void put(SyncSchedules schedules, @Nullable DailySync before, Source source, Database database) {
        if (before != null) {
            schedules.put(
                    options.changed(before, source, database),
                    daily == null ? LocalTime.parse(before.at()) : daily,
                    zone == null ? ZoneId.of(before.zone()) : zone);
            return;
        }
        if (daily == null) {
            throw CommandFailure.wrongUsage("catalogue '" + source.name()
                    + "' has no schedule that could change; say when to begin: --daily 04:00");
        }
        WantedCovers wanted = options.wanted(source, database);
        schedules.put(options.request(source, wanted), daily, zone == null ? UTC : zone);
        console().note("each day's sync of " + source.name() + " asks for " + wanted.sentence());
    }

    /** Where nothing was said, or nothing was there, {@code before} says nothing. */
    private void document(Source source, @Nullable DailySync before, @Nullable DailySync now) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("source", source.name());
        document.put("schedule", now);
        if (changes()) {
            document.put("before", before);
        }
        console().document(document);
    }

    /** Reads {@code 04:00}. */
    static final class TimeOfDay implements ITypeConverter<LocalTime> {
        @Override
        public LocalTime convert(String text) {
            try {
                return LocalTime.parse(text.strip());
            } catch (DateTimeException e) {
                throw new TypeConversionException("'" + text + "' is not a time of day; write 04:00");
            }
        }
    }

    /** Reads {@code Europe/Berlin}. */
    static final class Zone implements ITypeConverter<ZoneId> {
        @Override
        public ZoneId convert(String text) {
            try {
                return ZoneId.of(text.strip());
            } catch (DateTimeException e) {
                throw new TypeConversionException("'" + text + "' is not a time zone; write UTC or Europe/Berlin");
            }
        }
    }
}
