package org.mingzhang.query.disclosure;

import java.util.List;
import java.util.function.Supplier;

/** Is told what each cell is made of while a table is filled, so that a cell can be explained without being stored. */
interface Witness {
    Witness NONE = new Witness() {
        @Override
        public void counted(String row, String column, FactSide side, Supplier<List<FactPredicate>> conditions) {}

        @Override
        public void said(String row, String column, Supplier<List<TextOrigin>> origins) {}
    };

    /** An amount counts the lines of one side that satisfy all of the conditions. */
    void counted(String row, String column, FactSide side, Supplier<List<FactPredicate>> conditions);

    /** The cell of another table says where it comes from. */
    default void elsewhere(String row, String column, TableTemplate.Explained cell, TableBasis basis) {}

    /** Words come from there. */
    void said(String row, String column, Supplier<List<TextOrigin>> origins);
}
