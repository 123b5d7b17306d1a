package org.mingzhang.kernel.value;

/** Which document of an adjustment a file belongs to. */
public enum AttachmentRole {
    REQUEST("申请依据"),
    DECISION("决定文件"),
    APPROVAL("批复文件");

    private final String label;

    AttachmentRole(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
