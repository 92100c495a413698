package eu.estafette.schemas.registry;

import java.util.Arrays;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.kafka.common.config.ConfigException;

/** Under which subject a record's schema is registered. */
public enum SubjectNaming {
    /** {@code <topic>-key} or {@code <topic>-value}: a topic has one kind of record. */
    TOPIC_NAME {
        @Override
        public String subject(String topic, boolean isKey, Schema schema) {
            return topic + (isKey ? "-key" : "-value");
        }
    },
    /** The record's full name: one subject for all topics that carry it, as our lanes do. */
    RECORD_NAME {
        @Override
        public String subject(String topic, boolean isKey, Schema schema) {
            return schema.getFullName();
        }
    },
    /** {@code <topic>-<full name>}: a topic has several kinds of record, each with a history per topic. */
    TOPIC_RECORD_NAME {
        @Override
        public String subject(String topic, boolean isKey, Schema schema) {
            return topic + "-" + schema.getFullName();
        }
    };

    public abstract String subject(String topic, boolean isKey, Schema schema);

    /**
     * Reads a strategy as Confluent's configuration has it: a class, its name, or the name's last part, with or without
     * {@code Strategy} ({@code io.confluent.kafka.serializers.subject.RecordNameStrategy}, {@code RecordName}).
     */
    static SubjectNaming of(String key, Object value) {
        String full = value instanceof Class<?> type ? type.getName() : value.toString();
        String name = full.substring(full.lastIndexOf('.') + 1).replaceFirst("(Name)?(Strategy)?$", "");
        Optional<SubjectNaming> naming = Arrays.stream(values())
                .filter(one -> one.name().replace("_NAME", "").replace("_", "").equalsIgnoreCase(name))
                .findFirst();
        return naming.orElseThrow(() -> new ConfigException(
                key, value, "must be TopicNameStrategy, RecordNameStrategy or TopicRecordNameStrategy"));
    }
}
