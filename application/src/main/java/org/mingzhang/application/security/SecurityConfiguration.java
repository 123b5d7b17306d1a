package org.mingzhang.application.security;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.util.Optional;
import org.mingzhang.application.users.AccountDirectory;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.query.web.CurrentVisitor;
import org.mingzhang.query.web.Visitor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Two chains: people with a session and a form, programs with a password in every request. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    /** No script or style inside a page, nothing from elsewhere, no frame. */
    private static final String CONTENT = "default-src 'self'; img-src 'self' data:; object-src 'none'; "
            + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    AuthenticationManager authenticationManager(AccountDirectory directory, PasswordEncoder passwords, Clock clock) {
        DaoAuthenticationProvider provider = new DaoAuthenticationProvider(login -> directory
                .find(login)
                .map(SignedIn::new)
                .orElseThrow(() -> new UsernameNotFoundException("unknown login")));
        provider.setPasswordEncoder(passwords);
        return new ProviderManager(new LimitedSignIn(provider, new SignInAttempts(clock)));
    }

    /** Requests that bring their password: no session, and therefore nothing that another site could ride on. */
    @Bean
    @Order(1)
    SecurityFilterChain programs(HttpSecurity http, AuthenticationManager manager, CurrentVisitor visitors) {
        return common(http, manager, visitors)
                .securityMatcher(request -> request.getHeader(HttpHeaders.AUTHORIZATION) != null
                        && (request.getRequestURI().startsWith("/api/")
                                || request.getRequestURI().startsWith("/actuator/")))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .httpBasic(Customizer.withDefaults())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain people(
            HttpSecurity http, AuthenticationManager manager, AccountDirectory directory, CurrentVisitor visitors) {
        return common(http, manager, visitors)
                .formLogin(form -> form.loginPage("/sign-in")
                        .usernameParameter("login")
                        .passwordParameter("password")
                        .defaultSuccessUrl("/workbench")
                        .failureHandler(failed()))
                .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl("/"))
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(new AskToSignIn()).accessDeniedHandler(new Denied()))
                .addFilterBefore(new UploadToken(), CsrfFilter.class)
                .addFilterBefore(new UnchangedAccount(directory), AuthorizationFilter.class)
                .build();
    }

    private static HttpSecurity common(HttpSecurity http, AuthenticationManager manager, CurrentVisitor visitors) {
        return http.authenticationManager(manager)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.FORWARD, DispatcherType.ERROR, DispatcherType.ASYNC)
                        .permitAll()
                        .anyRequest()
                        .access(byRule(visitors)))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                        .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(
                                features -> features.policy("camera=(), microphone=(), geolocation=()")));
    }

    private static AuthorizationManager<RequestAuthorizationContext> byRule(CurrentVisitor visitors) {
        return (authentication, context) -> {
            String path = context.getRequest().getRequestURI();
            HttpMethod method = HttpMethod.valueOf(context.getRequest().getMethod());
            Optional<Role> role = visitors.visitor().map(Visitor::role);
            return new AuthorizationDecision(AccessRules.who(method, path)
                    .filter(who -> who.admits(role))
                    .isPresent());
        };
    }

    private static AuthenticationFailureHandler failed() {
        return (request, response, exception) ->
                response.sendRedirect(exception instanceof LockedException ? "/sign-in?wait" : "/sign-in?wrong");
    }
}
