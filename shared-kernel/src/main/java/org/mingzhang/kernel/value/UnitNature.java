package org.mingzhang.kernel.value;

/** What kind of body a unit is; with the economic code it decides the governmental code (财预〔2017〕98号). */
public enum UnitNature {
    ADMINISTRATIVE("行政单位"),
    CIVIL_SERVICE_INSTITUTION("参公事业单位"),
    PUBLIC_INSTITUTION("事业单位");

    private final String label;

    UnitNature(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public static UnitNature ofLabel(String text) {
        for (UnitNature nature : values()) {
            if (nature.label.equals(text.strip())) {
                return nature;
            }
        }
        throw new InvalidValueException("unit-nature.unknown", text);
    }
}
