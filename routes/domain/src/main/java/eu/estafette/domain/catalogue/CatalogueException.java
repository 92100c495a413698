package eu.estafette.domain.catalogue;

/** A list of the catalogue cannot be read. The catalogue is part of the program, so the start ends here. */
public class CatalogueException extends RuntimeException {

    public CatalogueException(String file, int line, String fault) {
        super("%s:%d: %s".formatted(file, line, fault));
    }
}
