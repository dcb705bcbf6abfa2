import { t as OperatorError } from "./shared-errors.js";
// src/system-error.ts
const openFiles = "raise the limit, for example with `ulimit -n 1024`, then run the command again";
const rights = "give this user the rights, or run the command as another user";
const name = "check the path, and the definition or option that names it";
const memory = "end other programs, or raise the limits of this user, then run the command again";
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
		hint: "remove its content"
	},
	ELOOP: {
		fault: "the path has a loop of symbolic links",
		hint: "replace them by the file or folder itself"
	},
	ENAMETOOLONG: {
		fault: "the path is too long",
		hint: "shorten the names, or use a folder with a shorter path"
	},
	ENXIO: {
		fault: "it is a device, a pipe or a socket",
		hint: "replace it by a regular file"
	},
	ENODEV: {
		fault: "it is a device",
		hint: "replace it by a regular file"
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
		hint: "free some space, then run the command again"
	},
	EDQUOT: {
		fault: "the disk quota is used up",
		hint: "free some space, then run the command again"
	},
	EFBIG: {
		fault: "the file is larger than this user or file system allows",
		hint: "raise the limit (`ulimit -f`)"
	},
	EIO: {
		fault: "the device reports an error",
		hint: "check the disk or the network drive"
	},
	ESTALE: {
		fault: "the network drive lost it",
		hint: "mount the drive again"
	},
	EBUSY: {
		fault: "another program uses it",
		hint: "run the command again when that program has ended"
	},
	ETXTBSY: {
		fault: "another program writes to it",
		hint: "run the command again when that program has ended"
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
		hint: "open it for reading or writing"
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
		hint: "install the version for this machine"
	},
	ERR_FS_FILE_TOO_LARGE: {
		fault: "the file is too large",
		hint: "use a smaller file"
	}
};
/**
* The meaning of a system error from Node; undefined for any other error. `what` replaces the
* path of the error.
*/
function systemRefusal(error) {
	const code = codeOf(error);
	return code !== void 0 && Object.hasOwn(refusals, code) ? refusals[code] : void 0;
}
/** The same as an OperatorError that names the unusable thing, by default the path of the error. */
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
