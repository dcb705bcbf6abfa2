import { t as GraphqlResponseError } from "./shared-dist-bundle.js";
import { t as RequestError } from "./shared-dist-src.js";
import { t as OperatorError } from "./shared-errors.js";
// src/repository/github/credentials.ts
/**
* Lets git fetch with the token, independent of configured credentials. The token is in the environment of the one command only, not on
* a disk or command line. An empty value first removes the header of actions/checkout: GitHub refuses two such headers.
* https://git-scm.com/docs/git-config#Documentation/git-config.txt-httpextraHeader
*/
function remoteWith({ serverUrl, owner, name }, token, environment) {
	const url = `${serverUrl}/${owner}/${name}`;
	const key = `http.${url}.extraHeader`;
	const first = Number(environment.GIT_CONFIG_COUNT ?? 0);
	return {
		name: url,
		environment: {
			GIT_CONFIG_COUNT: String(first + 2),
			[`GIT_CONFIG_KEY_${first}`]: key,
			[`GIT_CONFIG_VALUE_${first}`]: "",
			[`GIT_CONFIG_KEY_${first + 1}`]: key,
			[`GIT_CONFIG_VALUE_${first + 1}`]: `Authorization: Basic ${basic(token)}`
		}
	};
}
/** The token in the form of that header, which is as secret as the token itself. */
const basic = (token) => Buffer.from(`x-access-token:${token}`).toString("base64");
// src/repository/github/refusal.ts
/** GitHub's objection; undefined for an error from elsewhere. */
function refusalIn(error) {
	if (error instanceof GraphqlResponseError) {
		const [first] = error.errors ?? [];
		const messages = (error.errors ?? []).map(({ message }) => message.trim());
		return {
			...first?.type === void 0 ? {} : { type: first.type },
			message: messages.join("; ")
		};
	}
	if (error instanceof RequestError) return {
		status: error.status,
		message: error.message
	};
}
const says = (pattern) => ({ message }) => pattern.test(message);
/** Explanations; the first match is used. Messages are GitHub's own: nothing else distinguishes these errors. */
const explanations = [
	{
		when: says(/not permitted to create (or approve )?pull requests/i),
		hint: "allow it under Settings, Actions, General: \"Allow GitHub Actions to create and approve pull requests\"; or use the token of a GitHub App (token:)"
	},
	{
		when: says(/rule violations|protected branch|protected ref|must be made through a pull request|required status check/i),
		hint: "a rule protects this branch: use deliver: pull-request, or the token of a GitHub App that may bypass the rule (token:)"
	},
	{
		when: says(/without `?workflows?`? permission/i),
		hint: "this token may not change .github/workflows: use the token of a GitHub App with that right (token:)"
	},
	{
		when: ({ status, message }) => status === 401 || /bad credentials/i.test(message),
		hint: "the token is invalid or has expired: check the input token"
	},
	{
		when: says(/rate limit/i),
		hint: "this token has reached its rate limit: run the command again in an hour"
	},
	{
		when: ({ status, type, message }) => status === 403 || type === "FORBIDDEN" || /not accessible by/i.test(message),
		hint: "add the permissions to the job (contents: write, and pull-requests: write for deliver: pull-request)"
	},
	{
		when: ({ status, type }) => status === 404 || type === "NOT_FOUND",
		hint: "it does not exist, or this token cannot read it: check the branch and the permissions of the job"
	},
	{
		when: ({ status = 0 }) => status >= 500,
		hint: "GitHub is unreachable or has an outage: check https://www.githubstatus.com and run the command again"
	}
];
/** An error that a person can fix, with the attempted step, GitHub's answer and a hint; anything else is a bug. */
function explained(error, doing) {
	const refusal = refusalIn(error);
	if (refusal === void 0) return error;
	const answer = answerIn(refusal.message);
	const status = refusal.status === void 0 ? "" : ` (${refusal.status})`;
	const hint = explanations.find(({ when }) => when(refusal))?.hint ?? "see the answer of GitHub";
	return new OperatorError(`${doing} failed: GitHub answered "${answer}"${status}`, hint);
}
/** On one line, without the address of the documentation. A proxy may answer with a whole page. */
const answerIn = (message) => /^\s*</.test(message) ? "a page" : message.replace(/ - https:\/\/docs\.github\.com\S*$/, "").replaceAll(/\s+/g, " ").slice(0, 500);
/** Runs a step, and explains why it failed. */
async function explaining(doing, step) {
	try {
		return await step();
	} catch (error) {
		throw explained(error, doing);
	}
}
export { remoteWith as a, basic as i, explaining as n, refusalIn as r, explained as t };
