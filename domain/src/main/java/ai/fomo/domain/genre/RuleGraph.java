package ai.fomo.domain.genre;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/** The rules of a map, each followed to the class that it ends in. From every label at most one rule goes on. */
final class RuleGraph {
    private final String map;
    private final Taxonomy taxonomy;
    private final Map<String, String> classByKey = new HashMap<>();
    private final Map<String, GenreRule> ruleByKey = new LinkedHashMap<>();
    private final Map<String, Explanation.ByRule> resolved = new HashMap<>();

    /** @throws IllegalArgumentException in one sentence, where rules disagree, lead nowhere, or lead back to themselves */
    RuleGraph(String map, Taxonomy taxonomy, SortedMap<String, String> rules) {
        this.map = map;
        this.taxonomy = taxonomy;
        taxonomy.classes().forEach(this::add);
        rules.forEach((label, target) -> add(new GenreRule(label, target)));
        ruleByKey.forEach((key, rule) -> resolve(key));
    }

    Optional<String> classOf(String label) {
        String key = LabelKey.of(label);
        return Optional.ofNullable(classByKey.get(key))
                .or(() -> Optional.ofNullable(resolved.get(key)).map(Explanation.ByRule::name));
    }

    /** Empty where no rule has the label. */
    Optional<Explanation> explain(String label) {
        String key = LabelKey.of(label);
        return Optional.<Explanation>ofNullable(resolved.get(key))
                .or(() -> Optional.ofNullable(classByKey.get(key)).map(Explanation.OwnName::new));
    }

    private void add(String genre) {
        String before = classByKey.putIfAbsent(LabelKey.of(genre), genre);
        if (before != null) {
            throw disagreement(genre, before, genre);
        }
    }

    private void add(GenreRule rule) {
        String key = LabelKey.of(rule.label());
        String target = LabelKey.of(rule.target());
        String own = classByKey.get(key);
        if (own != null) {
            if (!target.equals(key)) {
                throw disagreement(rule.label(), own, rule.target());
            }
            return;
        }
        GenreRule before = ruleByKey.putIfAbsent(key, rule);
        if (before != null && !LabelKey.of(before.target()).equals(target)) {
            throw disagreement(rule.label(), before.target(), rule.target());
        }
    }

    private void resolve(String key) {
        Map<String, GenreRule> way = new LinkedHashMap<>();
        String at = key;
        while (!classByKey.containsKey(at) && !resolved.containsKey(at)) {
            GenreRule rule = ruleByKey.get(at);
            if (rule == null) {
                throw nowhere(way.values().stream().reduce((a, b) -> b).orElseThrow());
            }
            if (LabelKey.of(rule.target()).equals(at)) {
                // Meant as the class of that name, which the taxonomy lacks.
                throw nowhere(rule);
            }
            if (way.put(at, rule) != null) {
                throw cycle(List.copyOf(way.values()), rule);
            }
            at = LabelKey.of(rule.target());
        }
        record(way, at);
    }

    /** From the end, so that each rule has the chain of the one that it leads to. */
    private void record(Map<String, GenreRule> way, String end) {
        Explanation.ByRule after = resolved.get(end);
        List<GenreRule> chain = after == null ? List.of() : after.chain();
        String genre = after == null ? Objects.requireNonNull(classByKey.get(end)) : after.name();
        List<Map.Entry<String, GenreRule>> steps = List.copyOf(way.entrySet());
        for (int i = steps.size() - 1; i >= 0; i--) {
            List<GenreRule> longer = new ArrayList<>(List.of(steps.get(i).getValue()));
            longer.addAll(chain);
            chain = longer;
            resolved.put(steps.get(i).getKey(), new Explanation.ByRule(chain, genre));
        }
    }

    private IllegalArgumentException disagreement(String label, String one, String other) {
        return new IllegalArgumentException("map " + map + ": '" + label + "' leads both to '" + one + "' and to '"
                + other + "' (case, accents, spaces and punctuation make no difference)");
    }

    private IllegalArgumentException nowhere(GenreRule rule) {
        Stream<String> known = Stream.concat(
                taxonomy.classes().stream(), ruleByKey.values().stream().map(GenreRule::label));
        String hint = Spelling.nearest(rule.target(), known.filter(label -> !label.equals(rule.label())))
                .map(nearest -> "; did you mean '" + nearest + "'? Its classes are ")
                .orElse("; its classes are ");
        return new IllegalArgumentException("map " + map + ": '" + rule.label() + "' leads to '" + rule.target()
                + "', which is neither a class of taxonomy " + taxonomy.name() + " nor a label of the map" + hint
                + String.join(", ", taxonomy.classes()));
    }

    /** @param again the rule at which the way closes; what led up to it is no part of the cycle */
    private IllegalArgumentException cycle(List<GenreRule> way, GenreRule again) {
        List<String> labels = new ArrayList<>(way.subList(way.indexOf(again), way.size()).stream()
                .map(GenreRule::label)
                .toList());
        labels.add(again.label());
        return new IllegalArgumentException("map " + map + ": rules lead back to where they began, "
                + String.join(" -> ", labels) + "; let one of them lead to a class");
    }
}
