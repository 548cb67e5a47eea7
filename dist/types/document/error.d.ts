/** A mistake that the user can mend: one sentence that names the thing and the remedy (exit code 2). */
export declare class UserError extends Error {
    readonly name = "UserError";
}
