package org.mingzhang.command.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.mingzhang.command.fields.Sent;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Which command each address stands for.
 *
 * @param command name of the command
 * @param creates whether its success is a new thing (201) rather than a change (200)
 * @param field the field that the last part of the address fills in; empty when it fills in none
 */
record Route(String command, boolean creates, String field) {
    private static final String BUDGET = "/api/budgets/{id}";
    private static final String FUNDS = "/api/funds/{id}";

    /** By method and pattern. */
    static final Map<String, Route> API = Map.ofEntries(
            Map.entry("POST " + BUDGET + "/units", creating("RegisterUnit")),
            Map.entry("PUT " + BUDGET + "/units/{code}", changing("ReviseUnit", "code")),
            Map.entry("DELETE " + BUDGET + "/units/{code}", changing("RemoveUnit", "code")),
            Map.entry("POST " + BUDGET + "/projects", creating("RegisterProject")),
            Map.entry("PUT " + BUDGET + "/projects/{code}", changing("ReviseProject", "code")),
            Map.entry("DELETE " + BUDGET + "/projects/{code}", changing("RemoveProject", "code")),
            Map.entry("PUT " + BUDGET + "/projects/{project}/targets", changing("SetProjectTargets", "project")),
            Map.entry("PUT " + BUDGET + "/targets", step("SetOverallTargets")),
            Map.entry("POST " + BUDGET + "/lines", creating("AllocateLine")),
            Map.entry("PUT " + BUDGET + "/lines/{*line}", changing("ReviseLine", "line")),
            Map.entry("DELETE " + BUDGET + "/lines/{*line}", changing("RemoveLine", "line")),
            Map.entry("POST " + BUDGET + "/revenue", creating("EstimateRevenue")),
            Map.entry("PUT " + BUDGET + "/revenue/{*line}", changing("ReviseRevenue", "line")),
            Map.entry("DELETE " + BUDGET + "/revenue/{*line}", changing("RemoveRevenue", "line")),
            Map.entry("PUT " + BUDGET + "/statements/{topic}", changing("MakeStatement", "topic")),
            Map.entry("POST " + BUDGET + "/comparatives", creating("StateComparatives")),
            Map.entry("POST " + BUDGET + "/proposal", step("SubmitFirstProposal")),
            Map.entry("POST " + BUDGET + "/proposal/return", step("ReturnFirstProposal")),
            Map.entry("POST " + BUDGET + "/ceiling", step("IssueCeiling")),
            Map.entry("PUT " + BUDGET + "/ceiling", step("ReviseCeiling")),
            Map.entry("POST " + BUDGET + "/draft", step("SubmitSecondDraft")),
            Map.entry("POST " + BUDGET + "/draft/return", step("ReturnSecondDraft")),
            Map.entry("POST " + BUDGET + "/inclusion", step("IncludeInGovernmentDraft")),
            Map.entry("POST " + BUDGET + "/enactment", step("RecordEnactment")),
            Map.entry("POST " + BUDGET + "/approval", step("ApproveBudget")),
            Map.entry("POST " + BUDGET + "/distribution", step("DistributeBudget")),
            Map.entry("POST " + BUDGET + "/adjustments", creating("SubmitAdjustment")),
            Map.entry("POST " + BUDGET + "/projects/{project}/adjustment", new Route("AdjustProject", true, "project")),
            Map.entry("POST " + BUDGET + "/adjustments/{number}/review", changing("ReviewAdjustment", "number")),
            Map.entry("POST " + BUDGET + "/adjustments/{number}/return", changing("ReturnAdjustment", "number")),
            Map.entry("POST " + BUDGET + "/adjustments/{number}/rejection", changing("RejectAdjustment", "number")),
            Map.entry("POST " + BUDGET + "/adjustments/{number}/withdrawal", changing("WithdrawAdjustment", "number")),
            Map.entry("POST " + BUDGET + "/adjustments/{number}/effect", changing("PutAdjustmentIntoEffect", "number")),
            Map.entry(
                    "POST " + BUDGET + "/adjustments/{number}/reversal",
                    new Route("ReverseAdjustment", true, "number")),
            Map.entry("POST " + BUDGET + "/provisional", creating("IssueProvisional")),
            Map.entry("POST " + BUDGET + "/freezes", creating("FreezeLine")),
            Map.entry("POST " + BUDGET + "/thaws", creating("ThawLine")),
            Map.entry("POST " + BUDGET + "/execution", creating("RecordExecution")),
            Map.entry("POST " + BUDGET + "/carry-over", step("StateCarryOver")),
            Map.entry("POST " + BUDGET + "/monitoring", creating("MonitorPerformance")),
            Map.entry("POST " + BUDGET + "/self-evaluations", creating("SelfEvaluate")),
            Map.entry("POST " + BUDGET + "/closing", step("CloseYear")),
            Map.entry("POST " + BUDGET + "/accounts", step("PassAccounts")),
            Map.entry("POST " + BUDGET + "/accounts/return", step("ReturnAccounts")),
            Map.entry("POST " + FUNDS + "/sources", creating("RegisterSource")),
            Map.entry("POST " + FUNDS + "/sources/{source}/increase", changing("IncreaseSource", "source")),
            Map.entry("PUT " + FUNDS + "/sources/{source}", changing("CorrectSource", "source")),
            Map.entry("POST " + BUDGET + "/secrecy-review", step("ConfirmSecrecyReview")),
            Map.entry("POST " + BUDGET + "/disclosure", step("PublishDisclosure")));

    /** By the part of the address after the budget. */
    static final Map<String, Route> FORMS = Map.ofEntries(
            Map.entry("/prepare/{id}/units", step("RegisterUnit")),
            Map.entry("/prepare/{id}/units/revise", step("ReviseUnit")),
            Map.entry("/prepare/{id}/units/remove", step("RemoveUnit")),
            Map.entry("/prepare/{id}/projects", step("RegisterProject")),
            Map.entry("/prepare/{id}/projects/revise", step("ReviseProject")),
            Map.entry("/prepare/{id}/projects/remove", step("RemoveProject")),
            Map.entry("/prepare/{id}/projects/targets", step("SetProjectTargets")),
            Map.entry("/prepare/{id}/targets", step("SetOverallTargets")),
            Map.entry("/prepare/{id}/lines", step("AllocateLine")),
            Map.entry("/prepare/{id}/lines/revise", step("ReviseLine")),
            Map.entry("/prepare/{id}/lines/remove", step("RemoveLine")),
            Map.entry("/prepare/{id}/revenue", step("EstimateRevenue")),
            Map.entry("/prepare/{id}/revenue/revise", step("ReviseRevenue")),
            Map.entry("/prepare/{id}/revenue/remove", step("RemoveRevenue")),
            Map.entry("/prepare/{id}/statements/{topic}", changing("MakeStatement", "topic")),
            Map.entry("/prepare/{id}/comparatives", step("StateComparatives")),
            Map.entry("/prepare/{id}/phase/submit-first-proposal", step("SubmitFirstProposal")),
            Map.entry("/prepare/{id}/phase/return-first-proposal", step("ReturnFirstProposal")),
            Map.entry("/prepare/{id}/phase/issue-ceiling", step("IssueCeiling")),
            Map.entry("/prepare/{id}/phase/revise-ceiling", step("ReviseCeiling")),
            Map.entry("/prepare/{id}/phase/submit-second-draft", step("SubmitSecondDraft")),
            Map.entry("/prepare/{id}/phase/return-second-draft", step("ReturnSecondDraft")),
            Map.entry("/prepare/{id}/phase/include", step("IncludeInGovernmentDraft")),
            Map.entry("/prepare/{id}/phase/record-enactment", step("RecordEnactment")),
            Map.entry("/prepare/{id}/phase/approve", step("ApproveBudget")),
            Map.entry("/prepare/{id}/phase/distribute", step("DistributeBudget")),
            Map.entry("/execute/{id}/adjustments", step("SubmitAdjustment")),
            Map.entry("/execute/{id}/projects/{project}/adjustment", changing("AdjustProject", "project")),
            Map.entry("/execute/{id}/adjustments/{number}/review", changing("ReviewAdjustment", "number")),
            Map.entry("/execute/{id}/adjustments/{number}/return", changing("ReturnAdjustment", "number")),
            Map.entry("/execute/{id}/adjustments/{number}/rejection", changing("RejectAdjustment", "number")),
            Map.entry("/execute/{id}/adjustments/{number}/withdrawal", changing("WithdrawAdjustment", "number")),
            Map.entry("/execute/{id}/adjustments/{number}/effect", changing("PutAdjustmentIntoEffect", "number")),
            Map.entry("/execute/{id}/adjustments/{number}/reversal", changing("ReverseAdjustment", "number")),
            Map.entry("/execute/{id}/provisional", step("IssueProvisional")),
            Map.entry("/execute/{id}/freezes", step("FreezeLine")),
            Map.entry("/execute/{id}/thaws", step("ThawLine")),
            Map.entry("/execute/{id}/months", step("RecordExecution")),
            Map.entry("/execute/{id}/carry-over", step("StateCarryOver")),
            Map.entry("/execute/{id}/monitoring", step("MonitorPerformance")),
            Map.entry("/execute/{id}/self-evaluations", step("SelfEvaluate")),
            Map.entry("/execute/{id}/closing", step("CloseYear")),
            Map.entry("/execute/{id}/accounts", step("PassAccounts")),
            Map.entry("/execute/{id}/accounts/return", step("ReturnAccounts")),
            Map.entry("/funds/{id}/sources", step("RegisterSource")),
            Map.entry("/funds/{id}/sources/{source}/increase", changing("IncreaseSource", "source")),
            Map.entry("/funds/{id}/sources/{source}/correct", changing("CorrectSource", "source")),
            Map.entry("/publish/{id}/secrecy-review", step("ConfirmSecrecyReview")),
            Map.entry("/publish/{id}/disclosure", step("PublishDisclosure")));

    /** The route behind the pattern that the request was matched with. */
    static Route ofApi(HttpServletRequest request) {
        return found(API, request.getMethod() + " " + pattern(request));
    }

    static Route ofForm(HttpServletRequest request) {
        return found(FORMS, pattern(request));
    }

    /** What was sent, with the field that the address gives. */
    Sent.Group filledIn(Sent.Group sent, HttpServletRequest request) {
        if (field.isEmpty()) {
            return sent;
        }
        Map<?, ?> variables = (Map<?, ?>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        String value = String.valueOf(variables.get(field));
        return sent.with(field, value.startsWith("/") ? value.substring(1) : value);
    }

    private static String pattern(HttpServletRequest request) {
        return String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
    }

    private static Route found(Map<String, Route> routes, String address) {
        Route route = routes.get(address);
        if (route == null) {
            throw new IllegalStateException("no command stands behind " + address);
        }
        return route;
    }

    private static Route creating(String command) {
        return new Route(command, true, "");
    }

    private static Route changing(String command, String field) {
        return new Route(command, false, field);
    }

    private static Route step(String command) {
        return new Route(command, false, "");
    }
}
