package ai.fomo.worker.command;

import ai.fomo.domain.catalogue.Source;
import ai.fomo.worker.platform.DailySync;
import ai.fomo.worker.platform.Platform;
import ai.fomo.worker.platform.SyncSchedules;
import ai.fomo.worker.view.ScheduleText;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code fomo catalogue schedule}. */
@Command(
        name = "schedule",
        description = {
            "Lets a catalogue be synced every day, so that it grows by itself; without an option it shows the schedule.",
            "",
            "A day's sync does not begin while one is running, which fetches what is new anyway. It needs the services and a"
                    + " worker at that time: where they were off, it begins at their next start within a day.",
            "How much it asks for is settled when the schedule is made, and is shown."
        },
        footer = {
            "",
            "Example:",
            "  fomo catalogue schedule covers --daily 04:00 --covers-per-genre 500",
            "  fomo catalogue schedule covers --daily 04:00 --time-zone Europe/Berlin",
            "  fomo catalogue schedule covers",
            "  fomo catalogue schedule covers --off"
        })
public final class CatalogueScheduleCommand extends PlatformCommand {
    @Parameters(paramLabel = "NAME", description = "What the dataset of these covers is called.")
    private String name = "";

    @Option(
            names = "--daily",
            converter = TimeOfDay.class,
            paramLabel = "HH:MM",
            description = "When to begin each day; takes the place of the schedule before.")
    private @Nullable LocalTime daily;

    @Option(
            names = "--time-zone",
            converter = Zone.class,
            defaultValue = "UTC",
            paramLabel = "ZONE",
            description = "Whose time that is, such as Europe/Berlin (default: ${DEFAULT-VALUE}).")
    private ZoneId zone = ZoneId.of("UTC");

    @Option(names = "--off", description = "No longer.")
    private boolean off;

    @Mixin
    private SyncOptions options = new SyncOptions();

    @Override
    protected void check() {
        options.check();
        if (off && daily != null) {
            throw CommandFailure.wrongUsage("--daily and --off contradict each other; give one of them");
        }
    }

    @Override
    protected ExitCode run(Platform platform) {
        Source source = OutsideSources.require(platform.database(), name);
        SyncSchedules schedules = SyncSchedules.of(platform.client());
        if (off) {
            boolean was = schedules.remove(name);
            console().print(was ? "catalogue " + name + " is no longer synced by itself" : ScheduleText.none(name));
        } else if (daily != null) {
            WantedCovers wanted = options.wanted(source, platform.database());
            schedules.put(options.request(source, wanted), daily, zone);
            console().note("each day's sync of " + name + " asks for " + wanted.sentence());
        }
        return show(schedules.find(name));
    }

    private ExitCode show(Optional<DailySync> schedule) {
        if (!off) {
            console()
                    .print(schedule.map(found -> ScheduleText.of(name, found))
                            .orElseGet(() -> ScheduleText.none(name)));
        }
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("source", name);
        document.put("schedule", schedule.orElse(null));
        console().document(document);
        return ExitCode.DONE;
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
