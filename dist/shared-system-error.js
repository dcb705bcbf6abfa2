import { t as OperatorError } from "./shared-errors.js";
// src/system-error.ts
const openFiles = "raise the limit, say with `ulimit -n 1024`, then run this again";
const rights = "give this user the right to it, or run this as another user";
const name = "look at the path, and at the definition or the option that names it";
const memory = "end other programs, or raise the limits of this user, then run this again";
const refusals = {
	ENOENT: {
		fault: "it does not exist",
		hint: name
	},
	ENOTDIR: {
		fault: "a part of the path is not a folder",
		hint: name
	},
	EISDIR: {
		fault: "it is a folder",
		hint: "name a file"
	},
	EEXIST: {
		fault: "it exists already",
		hint: "remove it, or rename it"
	},
	ENOTEMPTY: {
		fault: "the folder is not empty",
		hint: "remove what is in it"
	},
	ELOOP: {
		fault: "the path has a loop of symbolic links",
		hint: "put the file or folder itself in their place"
	},
	ENAMETOOLONG: {
		fault: "the path is too long",
		hint: "shorten the names, or use a folder with a shorter path"
	},
	ENXIO: {
		fault: "it is a device, a pipe or a socket",
		hint: "put a regular file in its place"
	},
	ENODEV: {
		fault: "it is a device",
		hint: "put a regular file in its place"
	},
	EACCES: {
		fault: "permission denied",
		hint: rights
	},
	EPERM: {
		fault: "permission denied",
		hint: rights
	},
	EROFS: {
		fault: "the file system is read-only",
		hint: "use a folder that can be written"
	},
	ENOSPC: {
		fault: "the disk is full",
		hint: "free some space, then run this again"
	},
	EDQUOT: {
		fault: "the disk quota is used up",
		hint: "free some space, then run this again"
	},
	EFBIG: {
		fault: "the file is larger than this user or file system allows",
		hint: "raise the limit (`ulimit -f`)"
	},
	EIO: {
		fault: "the device reports an error",
		hint: "look at the disk or the network drive"
	},
	ESTALE: {
		fault: "the network drive lost it",
		hint: "mount the drive again"
	},
	EBUSY: {
		fault: "something else uses it",
		hint: "run this again when that has ended"
	},
	ETXTBSY: {
		fault: "something else writes it",
		hint: "run this again when that has ended"
	},
	EMFILE: {
		fault: "this process has too many open files",
		hint: openFiles
	},
	ENFILE: {
		fault: "this machine has too many open files",
		hint: openFiles
	},
	EBADF: {
		fault: "it is not open",
		hint: "open it for what is done with it"
	},
	ENOMEM: {
		fault: "there is no memory left",
		hint: memory
	},
	EAGAIN: {
		fault: "there is no process or memory left",
		hint: memory
	},
	E2BIG: {
		fault: "the environment is too large",
		hint: "unset large variables, then run this again"
	},
	ENOEXEC: {
		fault: "it is not a program of this machine",
		hint: "install the one for this machine"
	},
	ERR_FS_FILE_TOO_LARGE: {
		fault: "the file is too large",
		hint: "use a smaller file"
	}
};
/**
* What is wrong in the surroundings of the process, as Node throws it: undefined for any other error. `what` is named in place of the
* path of the error.
*/
function systemRefusal(error) {
	const code = codeOf(error);
	return code !== void 0 && Object.hasOwn(refusals, code) ? refusals[code] : void 0;
}
/** The same, as an error with what could not be used; its path is taken where nothing else is named. */
function systemError(error, what) {
	const refusal = systemRefusal(error);
	if (refusal === void 0) return void 0;
	return new OperatorError(`${what ?? `${subjectOf(error)} cannot be used`}: ${refusal.fault}`, refusal.hint, { cause: error });
}
/** The code of an error of the system, or of Node. */
const codeOf = (error) => error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : void 0;
const subjectOf = (error) => {
	if (!(error instanceof Error)) return "a file";
	if ("dest" in error && typeof error.dest === "string") return error.dest;
	if ("path" in error && typeof error.path === "string") return error.path;
	return "syscall" in error && typeof error.syscall === "string" ? `what ${error.syscall} needs` : "a file";
};
export { systemError as n, systemRefusal as r, codeOf as t };
