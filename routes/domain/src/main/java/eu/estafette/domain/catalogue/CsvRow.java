package eu.estafette.domain.catalogue;

import java.util.List;

/** One row of a file, with the line it stands on. */
public record CsvRow(String file, int line, List<String> cells) {

    public CsvRow {
        cells = List.copyOf(cells);
    }

    /** The cell in a column, from 0; empty if the row ends before it. */
    public String cell(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }

    /** The words of a cell, separated by blanks. */
    public List<String> words(int column) {
        return Words.of(cell(column));
    }

    /** A fault that names this row. */
    public CatalogueException fault(String fault) {
        return new CatalogueException(file, line, fault);
    }
}
