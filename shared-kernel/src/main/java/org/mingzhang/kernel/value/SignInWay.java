package org.mingzhang.kernel.value;

/** By which way somebody showed who they are. */
public enum SignInWay {
    PASSWORD("密码"),
    /** Asked by a provider of identities (OpenID Connect). */
    PROVIDER("统一身份认证"),
    /** A program, with a password in each request. */
    BASIC("接口密码"),
    TOKEN("接口令牌");

    private final String label;

    SignInWay(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
