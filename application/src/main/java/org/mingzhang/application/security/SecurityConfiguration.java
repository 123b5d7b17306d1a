package org.mingzhang.application.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.mingzhang.application.users.AccountDirectory;
import org.mingzhang.application.users.AdministrationRecord;
import org.mingzhang.application.users.ApiTokens;
import org.mingzhang.kernel.value.Origin;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.kernel.value.SignInWay;
import org.mingzhang.query.web.CurrentVisitor;
import org.mingzhang.query.web.Visitor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.authentication.builders.AuthenticationManagerBuilder;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfFilter;

/** Two chains: people with a session and a form, programs with a token or a password in every request. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdentityProvider.class)
class SecurityConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(SecurityConfiguration.class);

    /** OWASP's choice for Argon2id: 19 MiB, two passes, one lane. What was hashed otherwise is hashed anew at sign-in. */
    @Bean
    PasswordEncoder passwordEncoder() {
        return new DelegatingPasswordEncoder(
                "argon2id",
                Map.of(
                        "argon2id",
                        new Argon2PasswordEncoder(16, 32, 1, 19_456, 2),
                        "bcrypt",
                        new BCryptPasswordEncoder()));
    }

    @Bean
    SignInRecord signInRecord(AdministrationRecord record, AccountDirectory directory, Clock clock) {
        return new SignInRecord(record, directory, clock);
    }

    @Bean
    static SignInAttempts signInAttempts(JdbcClient jdbc, Clock clock) {
        return new SignInAttempts(jdbc, clock);
    }

    @Bean
    AuthenticationManager authenticationManager(
            AccountDirectory directory, PasswordEncoder passwords, SignInAttempts attempts, SignInRecord record) {
        DaoAuthenticationProvider provider = new DaoAuthenticationProvider(login -> directory
                .find(login)
                .map(SignedIn::new)
                .orElseThrow(() -> new UsernameNotFoundException("unknown login")));
        provider.setPasswordEncoder(passwords);
        provider.setUserDetailsPasswordService(
                (user, hash) -> new SignedIn(directory.rehashed(user.getUsername(), Objects.requireNonNull(hash))));
        return new ProviderManager(new LimitedSignIn(provider, attempts, record));
    }

    /** Requests that bring what they need: no session, and therefore nothing that another site could ride on. */
    @Bean
    @Order(1)
    SecurityFilterChain programs(
            HttpSecurity http,
            AuthenticationManager manager,
            CurrentVisitor visitors,
            ApiTokens tokens,
            AccountDirectory directory,
            SessionVisitor named,
            SignInRecord record) {
        return common(http, manager, visitors)
                .securityMatcher(request -> request.getHeader(HttpHeaders.AUTHORIZATION) != null
                        && (request.getRequestURI().startsWith("/api/")
                                || request.getRequestURI().startsWith("/actuator/")))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .httpBasic(basic -> basic.authenticationDetailsSource(ProgramDetails::new)
                        .authenticationEntryPoint(new WrongForPrograms()))
                .addFilterBefore(new TokenSignIn(tokens, directory, record), BasicAuthenticationFilter.class)
                .addFilterBefore(new NamedRole(named), AuthorizationFilter.class)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain people(
            HttpSecurity http,
            AuthenticationManager manager,
            AccountDirectory directory,
            SessionVisitor visitors,
            IdentityProvider provider,
            SignInRecord record) {
        common(http, manager, visitors)
                .formLogin(form -> form.loginPage("/sign-in")
                        .usernameParameter("login")
                        .passwordParameter("password")
                        .successHandler(recorded(record, SignInWay.PASSWORD))
                        .failureHandler(failed()))
                .logout(logout -> logout.logoutUrl("/sign-out")
                        .addLogoutHandler((request, response, authentication) -> SessionVisitor.signedIn()
                                .ifPresent(person -> record.signedOut(person, origin(request))))
                        .logoutSuccessUrl("/"))
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(new AskToSignIn()).accessDeniedHandler(new Denied()))
                .addFilterBefore(new UploadToken(), CsrfFilter.class)
                .addFilterBefore(new UnchangedAccount(directory, visitors), AuthorizationFilter.class);
        if (provider.on()) {
            http.oauth2Login(login -> login.loginPage("/sign-in")
                    .clientRegistrationRepository(new SupplierClientRegistrationRepository(
                            () -> new InMemoryClientRegistrationRepository(provider.discovered())))
                    .userInfoEndpoint(info -> info.oidcUserService(new ProvidedAccounts(directory, provider.claim())))
                    .successHandler(recorded(record, SignInWay.PROVIDER))
                    .failureHandler((request, response, exception) -> {
                        LOG.warn("somebody was not let in by the identity provider: {}", exception.getMessage());
                        record.count(origin(request));
                        response.sendRedirect("/sign-in?unknown");
                    }));
        }
        return http.build();
    }

    private static HttpSecurity common(HttpSecurity http, AuthenticationManager manager, CurrentVisitor visitors) {
        // not the one of the chain itself, or it would not ask what a way to sign in brings along
        http.getSharedObject(AuthenticationManagerBuilder.class).parentAuthenticationManager(manager);
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.FORWARD, DispatcherType.ERROR, DispatcherType.ASYNC)
                        .permitAll()
                        .anyRequest()
                        .access(byRule(visitors)))
                .headers(ResponseHeaders::strict);
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

    /** Nobody is in before it is recorded. */
    private static AuthenticationSuccessHandler recorded(SignInRecord record, SignInWay way) {
        SavedRequestAwareAuthenticationSuccessHandler onward = new SavedRequestAwareAuthenticationSuccessHandler();
        onward.setDefaultTargetUrl("/workbench");
        return (request, response, authentication) -> {
            SessionVisitor.of(authentication).ifPresent(person -> record.signedIn(person, way, origin(request)));
            onward.onAuthenticationSuccess(request, response, authentication);
        };
    }

    private static AuthenticationFailureHandler failed() {
        return (request, response, exception) ->
                response.sendRedirect(exception instanceof LockedException ? "/sign-in?wait" : "/sign-in?wrong");
    }

    private static Origin origin(HttpServletRequest request) {
        return new Origin(Origin.Channel.PAGE, request.getRemoteAddr());
    }
}
