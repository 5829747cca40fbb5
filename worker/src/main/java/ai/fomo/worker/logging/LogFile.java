package ai.fomo.worker.logging;

import ai.fomo.worker.configuration.LogLevel;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/** The log as a file of bounded size; several processes of one home directory append to it. */
public final class LogFile {
    private static final String PATTERN = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level [%thread] %logger{36} %msg%n";
    private static final FileSize LARGEST = FileSize.valueOf("10MB");
    private static final int KEPT = 5;

    private LogFile() {}

    /** Does nothing where the directory is not there: then no service was ever started, and nothing is to be kept. */
    public static void open(Path directory, LogLevel level) {
        if (!Files.isDirectory(directory) || !Files.isWritable(directory)) {
            return;
        }
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        RollingFileAppender<ILoggingEvent> file = file(context, directory.resolve("fomo.log"));
        Logger own = context.getLogger("ai.fomo");
        own.setLevel(Level.toLevel(level.name()));
        context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).addAppender(file);
        // Failures are said in one sentence on the terminal and kept whole here, which is why they do not reach the
        // root.
        context.getLogger("ai.fomo.worker.command.Failures").addAppender(file);
    }

    private static RollingFileAppender<ILoggingEvent> file(LoggerContext context, Path path) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(PATTERN);
        encoder.start();

        RollingFileAppender<ILoggingEvent> file = new RollingFileAppender<>();
        file.setContext(context);
        file.setFile(path.toString());
        file.setEncoder(encoder);

        FixedWindowRollingPolicy naming = new FixedWindowRollingPolicy();
        naming.setContext(context);
        naming.setParent(file);
        naming.setFileNamePattern(path + ".%i");
        naming.setMinIndex(1);
        naming.setMaxIndex(KEPT);
        naming.start();

        SizeBasedTriggeringPolicy<ILoggingEvent> trigger = new SizeBasedTriggeringPolicy<>();
        trigger.setContext(context);
        trigger.setMaxFileSize(LARGEST);
        trigger.start();

        file.setRollingPolicy(naming);
        file.setTriggeringPolicy(trigger);
        file.start();
        return file;
    }
}
