package eu.estafette.schemas;

import org.apache.avro.Schema;

/**
 * One released version of an Avro contract.
 *
 * @param name    kind and name: {@code event/referral.requested}, {@code view/referral-full}, {@code document/case},
 *                {@code message/Notice}
 * @param version from 1
 * @param schema  strings are read as {@code String}; frozen once released
 */
public record Contract(String name, int version, Schema schema) {

    @Override
    public String toString() {
        return name + " v" + version;
    }
}
