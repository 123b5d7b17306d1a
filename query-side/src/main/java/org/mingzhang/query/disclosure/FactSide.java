package org.mingzhang.query.disclosure;

/** Which facts a table or a panel asks. */
enum FactSide {
    EXPENDITURE,
    REVENUE
}
