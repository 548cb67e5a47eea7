/** A mistake that the user can mend: one sentence that names the thing and the remedy (exit code 2). */
export declare class UserError extends Error {
    readonly name = "UserError";
}
/** A trouble that passes by itself: the same may go well later. */
export declare class PassingError extends UserError {
}
