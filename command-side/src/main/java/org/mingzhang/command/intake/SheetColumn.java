package org.mingzhang.command.intake;

/**
 * A column of a sheet.
 *
 * @param head what stands above it, in Chinese, for ever
 * @param field the field it is read into, as forms and the API name it
 * @param needed whether the sheet cannot be read without it
 */
public record SheetColumn(String head, String field, boolean needed) {
    static SheetColumn needed(String head, String field) {
        return new SheetColumn(head, field, true);
    }

    static SheetColumn optional(String head, String field) {
        return new SheetColumn(head, field, false);
    }
}
