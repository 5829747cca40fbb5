package ai.fomo.domain.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A line from logits to calibrated logits by Newton's method with backtracking, in the numerically stable form of Lin, Lin
 * and Weng (A note on Platt's probabilistic outputs, Machine Learning 68, 2007). Their smoothed targets are replaced by a
 * Gaussian prior, which keeps the parameters finite on separable data too.
 */
final class PlattScaling {
    /** A flatter line would all but erase the ranking, or turn it round. */
    static final double SMALLEST_SLOPE = 0.05;

    /** Logits beyond weigh as this: one item that a broken head is infinitely sure of must not decide. */
    static final double LARGEST_LOGIT = 100;

    private static final int MOST_STEPS = 100;
    private static final double TOLERANCE = 1e-10;

    private PlattScaling() {}

    record Line(double slope, double intercept) {
        static final Line IDENTITY = new Line(1, 0);
    }

    /** Independent Gaussians of the given standard deviations around {@code centre}. */
    record Prior(Line centre, double slopeSpread, double interceptSpread) {
        double cost(Line line) {
            double slope = (line.slope - centre.slope) / slopeSpread;
            double intercept = (line.intercept - centre.intercept) / interceptSpread;
            return (slope * slope + intercept * intercept) / 2;
        }
    }

    /** Logits of positives and negatives, each in ascending order: sums over them do not depend on the order of items. */
    @SuppressWarnings("ArrayRecordComponent") // a pair of columns; nobody compares them
    record Pairs(double[] positives, double[] negatives) {
        static Pairs of(double[][] logits, boolean[][] truths, int genre) {
            return new Pairs(column(logits, truths, genre, true), column(logits, truths, genre, false));
        }

        static Pairs together(List<Pairs> parts) {
            return new Pairs(
                    ascending(parts.stream().flatMapToDouble(pairs -> Arrays.stream(pairs.positives))),
                    ascending(parts.stream().flatMapToDouble(pairs -> Arrays.stream(pairs.negatives))));
        }

        private static double[] column(double[][] logits, boolean[][] truths, int genre, boolean side) {
            return ascending(IntStream.range(0, logits.length)
                    .filter(item -> truths[item][genre] == side)
                    .mapToDouble(item -> logits[item][genre]));
        }

        private static double[] ascending(DoubleStream logits) {
            return logits.map(logit -> Math.max(-LARGEST_LOGIT, Math.min(LARGEST_LOGIT, logit)))
                    .sorted()
                    .toArray();
        }

        /** Without positives or negatives nothing says where one ends and the other begins. */
        boolean oneSided() {
            return positives.length == 0 || negatives.length == 0;
        }
    }

    /** The mode of the posterior, or where its slope is not positive, the best intercept for the prior's slope. */
    static Line fit(Pairs pairs, Prior prior) {
        Line line = newton(pairs, prior, true);
        return line.slope >= SMALLEST_SLOPE ? line : newton(pairs, prior, false);
    }

    private static Line newton(Pairs pairs, Prior prior, boolean slopeToo) {
        Line line = prior.centre;
        double cost = cost(pairs, prior, line);
        for (int step = 0; step < MOST_STEPS; step++) {
            Curvature at = Curvature.of(pairs, prior, line);
            Line direction = slopeToo ? at.newtonStep() : at.newtonStepOfIntercept();
            Line next = line;
            double nextCost = cost;
            // The cost is convex, so that some part of the step lowers it unless it is at its least already.
            for (double part = 1; part > TOLERANCE; part /= 2) {
                Line tried = new Line(line.slope + part * direction.slope, line.intercept + part * direction.intercept);
                double triedCost = cost(pairs, prior, tried);
                if (triedCost < cost) {
                    next = tried;
                    nextCost = triedCost;
                    break;
                }
            }
            double moved = Math.abs(next.slope - line.slope) + Math.abs(next.intercept - line.intercept);
            line = next;
            cost = nextCost;
            if (moved < TOLERANCE) {
                break;
            }
        }
        return line;
    }

    /** Negative logarithm of the posterior, up to a constant. */
    private static double cost(Pairs pairs, Prior prior, Line line) {
        double sum = prior.cost(line);
        for (double logit : pairs.positives) {
            sum += softplus(-(line.slope * logit + line.intercept));
        }
        for (double logit : pairs.negatives) {
            sum += softplus(line.slope * logit + line.intercept);
        }
        return sum;
    }

    /** log(1 + exp(x)) without overflow. */
    private static double softplus(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }

    /** First and second derivatives of the cost; {@code s} stands for the slope, {@code i} for the intercept. */
    private record Curvature(double s, double i, double ss, double si, double ii) {
        static Curvature of(Pairs pairs, Prior prior, Line line) {
            double slopePrecision = 1 / (prior.slopeSpread * prior.slopeSpread);
            double interceptPrecision = 1 / (prior.interceptSpread * prior.interceptSpread);
            Curvature curvature = new Curvature(
                    (line.slope - prior.centre.slope) * slopePrecision,
                    (line.intercept - prior.centre.intercept) * interceptPrecision,
                    slopePrecision,
                    0,
                    interceptPrecision);
            return curvature.plus(pairs.positives, line, 1).plus(pairs.negatives, line, 0);
        }

        private Curvature plus(double[] logits, Line line, int target) {
            double sumS = s;
            double sumI = i;
            double sumSs = ss;
            double sumSi = si;
            double sumIi = ii;
            for (double logit : logits) {
                double probability = 1 / (1 + Math.exp(-(line.slope * logit + line.intercept)));
                double error = probability - target;
                double weight = probability * (1 - probability);
                sumS += error * logit;
                sumI += error;
                sumSs += weight * logit * logit;
                sumSi += weight * logit;
                sumIi += weight;
            }
            return new Curvature(sumS, sumI, sumSs, sumSi, sumIi);
        }

        Line newtonStep() {
            double determinant = ss * ii - si * si;
            if (!(determinant > 0)) {
                // Flat to the last bit, which only an infinite spread allows: down the gradient.
                return new Line(-s, -i);
            }
            return new Line((si * i - ii * s) / determinant, (si * s - ss * i) / determinant);
        }

        Line newtonStepOfIntercept() {
            return new Line(0, ii > 0 ? -i / ii : -i);
        }
    }
}
