package org.mingzhang.query.rebuild;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The same for programs: what is asked is answered with 202, and is seen in the status when it is done. */
@RestController
class RebuildApi {
    private final RebuildDesk desk;

    RebuildApi(RebuildDesk desk) {
        this.desk = desk;
    }

    /** How the facts and the audit trail stand, and every generation of them. */
    @GetMapping("/api/projections")
    StatusView status() {
        return desk.status();
    }

    /** Makes a projection again beside the live one: the facts, or with {@code projection=trail} the audit trail. */
    @PostMapping("/api/projections")
    ResponseEntity<Map<String, Integer>> start(@RequestParam(defaultValue = RebuildDesk.FACTS) String projection) {
        return ResponseEntity.accepted().body(Map.of("generation", desk.start(projection)));
    }

    /** Lets a generation catch up and compares it with the live one. */
    @PostMapping("/api/projections/{generation}/compare")
    ResponseEntity<StatusView> compare(
            @PathVariable int generation, @RequestParam(defaultValue = RebuildDesk.FACTS) String projection) {
        desk.compare(projection, generation);
        return ResponseEntity.accepted().body(desk.status());
    }

    /** Switches to a generation, also back to the one before; what differs needs {@code despite=true}. */
    @PostMapping("/api/projections/{generation}/live")
    ResponseEntity<StatusView> makeLive(
            @PathVariable int generation,
            @RequestParam(defaultValue = "false") boolean despite,
            @RequestParam(defaultValue = RebuildDesk.FACTS) String projection) {
        desk.makeLive(projection, generation, despite);
        return ResponseEntity.accepted().body(desk.status());
    }

    /** Removes the rows of a generation that is not read. */
    @PostMapping("/api/projections/{generation}/remove")
    ResponseEntity<StatusView> remove(
            @PathVariable int generation, @RequestParam(defaultValue = RebuildDesk.FACTS) String projection) {
        desk.remove(projection, generation);
        return ResponseEntity.accepted().body(desk.status());
    }

    @ExceptionHandler
    ProblemDetail refused(RebuildRefused refused) {
        HttpStatus status = refused.code().startsWith("unknown") ? HttpStatus.NOT_FOUND : HttpStatus.CONFLICT;
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, refused.getMessage());
        problem.setProperty("code", refused.code());
        problem.setProperty("generation", refused.generation());
        return problem;
    }
}
