package org.mingzhang.query.performance.forms;

import java.util.Arrays;
import java.util.Optional;

/** Which form, and under which number its template for a project and for the whole department stand in {@code forms/}. */
enum FormKind {
    MONITORING("monitoring", 1, 2),
    SELF_EVALUATION("self-evaluation", 3, 4);

    private final String key;
    private final int ofProject;
    private final int ofDepartment;

    FormKind(String key, int ofProject, int ofDepartment) {
        this.key = key;
        this.ofProject = ofProject;
        this.ofDepartment = ofDepartment;
    }

    /** The word used in links. */
    String key() {
        return key;
    }

    /** @param project blank for the department as a whole */
    int template(String project) {
        return project.isEmpty() ? ofDepartment : ofProject;
    }

    static Optional<FormKind> ofKey(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key.equals(key)).findFirst();
    }
}
