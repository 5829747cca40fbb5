package ai.fomo.worker.command;

import ai.fomo.domain.dataset.SubsetSize;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads how much of a dataset somebody wants: {@code 10%}, {@code 0.1} or {@code 2000}. A number with a decimal point is a
 * fraction, one without is a count of images.
 */
final class SubsetSizeConverter implements ITypeConverter<SubsetSize> {
    private static final Pattern PERCENT = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,10})?)\\s*%");
    private static final Pattern FRACTION = Pattern.compile("\\d{0,3}\\.\\d{1,12}");
    private static final Pattern COUNT = Pattern.compile("\\d{1,9}");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    @Override
    public SubsetSize convert(String text) {
        String size = text.strip();
        try {
            Matcher percent = PERCENT.matcher(size);
            if (percent.matches()) {
                // By decimals: 0.1 and 10% have to be the same fraction to the last bit.
                return new SubsetSize.Fraction(
                        new BigDecimal(percent.group(1)).divide(HUNDRED).doubleValue());
            }
            if (FRACTION.matcher(size).matches()) {
                return new SubsetSize.Fraction(new BigDecimal(size).doubleValue());
            }
            if (COUNT.matcher(size).matches()) {
                return new SubsetSize.Count(Integer.parseInt(size));
            }
        } catch (IllegalArgumentException e) {
            throw refusal(text);
        }
        throw refusal(text);
    }

    private static TypeConversionException refusal(String text) {
        return new TypeConversionException("'" + text
                + "' is no part of a dataset; write a percentage above 0 and at most 100 (10%), a fraction above 0 and at most 1"
                + " (0.1), or a count of images of at least 1 (2000)");
    }
}
