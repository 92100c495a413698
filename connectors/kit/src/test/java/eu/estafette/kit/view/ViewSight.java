package eu.estafette.kit.view;

import eu.estafette.domain.event.EventType;
import eu.estafette.domain.party.Role;
import eu.estafette.domain.view.Category;
import eu.estafette.domain.view.Entitlement;
import eu.estafette.domain.view.Entitlements;
import eu.estafette.domain.view.Sight;
import eu.estafette.domain.view.View;
import eu.estafette.domain.view.ViewCatalogue;
import eu.estafette.schemas.Contract;
import eu.estafette.schemas.Contracts;
import eu.estafette.schemas.PayloadCodec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;

/**
 * What leaves the hub under one ruleset, in lines: who may read goes by the domain, what is read goes by the contracts, from a record in which
 * every field has a value.
 */
final class ViewSight {

    private final ViewCatalogue views;
    private final Entitlements entitlements;
    private final Set<String> lineage;
    private final Sight sight;
    private final Contracts contracts = Contracts.shipped();
    private final PayloadCodec codec = new PayloadCodec(contracts);

    /** @param lineage the ruleset and all that it extends */
    ViewSight(ViewCatalogue views, Set<String> lineage) {
        this.views = views;
        this.entitlements = views.entitlements();
        this.lineage = lineage;
        this.sight = views.under(lineage);
    }

    /** A line for each role and view that can reach it; at the end of an event who gets nothing of it. */
    List<String> of(EventType event) {
        List<String> lines = new ArrayList<>();
        List<Role> blind = new ArrayList<>();
        for (Role role : Role.values()) {
            List<String> ofRole = of(event, role);
            lines.addAll(ofRole);
            if (ofRole.isEmpty()) {
                blind.add(role);
            }
        }
        lines.add("%s nothing: %s".formatted(event.shortName(), words(blind)));
        return lines;
    }

    /** The widest view without consent, and before it those that would be wider with it. */
    private List<String> of(EventType event, Role role) {
        List<String> lines = new ArrayList<>();
        for (View view : views.familyOf(event)) {
            if (sight.mayRead(view, role)) {
                lines.add(line(event.shortName(), role, view, "event/" + event.shortName()));
                return lines;
            }
            if (sight.mightRead(view, role)) {
                lines.add(line(event.shortName(), role, view, "event/" + event.shortName()));
            }
        }
        return lines;
    }

    /** All who may read a view of the case or of a step. */
    List<String> of(String subject, View view, String source) {
        return Arrays.stream(Role.values())
                .filter(role -> sight.mightRead(view, role))
                .map(role -> line(subject, role, view, source))
                .toList();
    }

    private String line(String subject, Role role, View view, String source) {
        Contract contract = contracts.latest("view/" + view.name());
        Set<Category> conditional = EnumSet.of(Category.IDENTITY);
        collect(contract.schema(), conditional);
        conditional.removeIf(category -> entitlements.of(role, category, lineage) != Entitlement.WITH_CONSENT);
        return "%s %s %s%s: %s"
                .formatted(
                        subject,
                        role,
                        view.name(),
                        conditional.isEmpty() ? "" : " with consent to " + words(conditional),
                        leaving(contracts.latest(source), view.name()));
    }

    /** The fields that have a value after resolution; of a part that is cut itself, also what is left of it. */
    private String leaving(Contract source, String view) {
        GenericRecord read = codec.read(codec.view(FullRecords.of(source), view));
        String fields = read.getSchema().getFields().stream()
                .filter(field -> read.get(field.pos()) != null)
                .map(field -> field.name()
                        + parts(
                                field.schema(),
                                source.schema().getField(field.name()).schema()))
                .collect(Collectors.joining(" "));
        return fields.isEmpty() ? "no field" : fields;
    }

    private static String parts(Schema shown, Schema whole) {
        List<String> of = names(shown);
        return of.equals(names(whole)) ? "" : of.stream().collect(Collectors.joining(" ", "{", "}"));
    }

    /** Names of the fields within; none for what is no record. */
    private static List<String> names(Schema schema) {
        return switch (schema.getType()) {
            case UNION -> names(schema.getTypes().getLast());
            case ARRAY -> names(schema.getElementType());
            case RECORD -> schema.getFields().stream().map(Schema.Field::name).toList();
            default -> List.of();
        };
    }

    private static void collect(Schema schema, Set<Category> found) {
        switch (schema.getType()) {
            case UNION -> schema.getTypes().forEach(branch -> collect(branch, found));
            case ARRAY -> collect(schema.getElementType(), found);
            case RECORD ->
                schema.getFields().forEach(field -> {
                    if (field.getProp("category") != null) {
                        found.add(Category.valueOf(field.getProp("category")));
                    }
                    collect(field.schema(), found);
                });
            default -> {}
        }
    }

    private static String words(Iterable<?> names) {
        List<String> words = new ArrayList<>();
        names.forEach(name -> words.add(name.toString()));
        return String.join(" ", words);
    }
}
