import { U as toBytes, x as isEmpty } from "./shared-git-trouble.js";
import { a as moved, c as checkedOut, d as fetchBranch, f as mustFollow, h as gitIn, i as gitRepository, m as filesAt, n as bringHere, o as makeCommit, p as entriesAt, r as broughtTo, s as treeOf, t as behind } from "./shared-git.js";
import { a as remoteWith, n as explaining, r as refusalIn, t as explained } from "./shared-refusal.js";
import { t as OperatorError } from "./shared-errors.js";
import { i as prose, t as code } from "./shared-escape.js";
import { a as counted } from "./shared-words.js";
import { randomBytes } from "node:crypto";
// src/repository/github/branches.ts
/** The object name of a missing branch: https://docs.github.com/graphql/reference/mutations#updaterefs */
const nothing = "0".repeat(40);
/** The current commit of a branch at GitHub; undefined when there is no such branch. */
async function commitOf({ request, repository }, branch) {
	try {
		const { owner, name } = repository;
		const { data } = await request("GET /repos/{owner}/{repo}/git/ref/{ref}", {
			owner,
			repo: name,
			ref: `heads/${branch}`
		});
		return data.object.sha;
	} catch (error) {
		if (refusalIn(error)?.status === 404) return void 0;
		throw explained(error, `reading the branch ${branch}`);
	}
}
/** Creates a branch; false when a branch of this name has another commit. */
async function createBranch(client, branch, sha) {
	const { request, repository } = client;
	const { owner, name } = repository;
	try {
		await request("POST /repos/{owner}/{repo}/git/refs", {
			owner,
			repo: name,
			ref: `refs/heads/${branch}`,
			sha
		});
		return true;
	} catch (error) {
		const there = refusalIn(error)?.status === 422 ? await commitOf(client, branch) : void 0;
		if (there === void 0) throw explained(error, `making the branch ${branch}`);
		return there === sha;
	}
}
/** Deletes a temporary branch that only Chancery writes to. */
async function dropBranch({ request, repository }, branch) {
	const { owner, name } = repository;
	await request("DELETE /repos/{owner}/{repo}/git/refs/{ref}", {
		owner,
		repo: name,
		ref: `heads/${branch}`
	}).catch(() => {});
}
const updateRefs = `mutation ($input: UpdateRefsInput!) { updateRefs(input: $input) { clientMutationId } }`;
/**
* Moves a branch if it still has the expected commit; otherwise returns false and changes nothing. REST cannot do this:
* it has no expected commit, so that a push in between would be lost.
*/
async function moveBranch(client, { branch, before, after, rebuilt = false }) {
	const repositoryId = await explaining("reading the repository", () => idOf(client));
	const refUpdate = {
		name: `refs/heads/${branch}`,
		beforeOid: before,
		afterOid: after ?? nothing,
		force: rebuilt
	};
	try {
		await client.graphql(updateRefs, { input: {
			repositoryId,
			refUpdates: [refUpdate]
		} });
		return true;
	} catch (error) {
		const now = await commitOf(client, branch);
		if (now === after) return true;
		if (now !== before) return false;
		throw explained(error, `moving the branch ${branch}`);
	}
}
async function idOf({ graphql, repository }) {
	return (await graphql("query ($owner: String!, $name: String!) { repository(owner: $owner, name: $name) { id } }", {
		owner: repository.owner,
		name: repository.name
	})).repository.id;
}
/** Changes of a commit compared with the base, from GitHub: a clone of depth 1 does not have the merge base. */
async function compare({ request, repository }, base, commit) {
	const { owner, name: repo } = repository;
	const { data } = await explaining("comparing branches", () => request("GET /repos/{owner}/{repo}/compare/{basehead}", {
		owner,
		repo,
		basehead: `${base}...${commit}`
	}));
	const commits = data.commits.map(({ commit: { tree, message } }) => ({
		tree: tree.sha,
		message
	}));
	return {
		hasBase: data.behind_by === 0,
		commits: commits.length === data.total_commits ? commits : void 0
	};
}
// src/repository/github/commit-on-branch.ts
const mutation = `mutation ($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid } }
}`;
/**
* One commit, signed by GitHub, with the account of the token as author. Files are ordinary ones: the API has no mode bits.
* https://docs.github.com/graphql/reference/mutations#createcommitonbranch
*/
async function commitOnBranch(client, { branch, expected, message, changes }) {
	const { owner, name } = client.repository;
	const [headline = "", ...lines] = message.trim().split("\n");
	const input = {
		branch: {
			repositoryNameWithOwner: `${owner}/${name}`,
			branchName: branch
		},
		expectedHeadOid: expected,
		message: {
			headline,
			body: lines.join("\n").trim()
		},
		fileChanges: {
			additions: [...changes.written].map(([path, content]) => ({
				path,
				contents: Buffer.from(toBytes(content)).toString("base64")
			})),
			deletions: changes.removed.map((path) => ({ path }))
		}
	};
	try {
		return { commit: (await client.graphql(mutation, { input })).createCommitOnBranch.commit.oid };
	} catch (error) {
		const refusal = refusalIn(error);
		if (refusal === void 0) throw error;
		const now = await commitOf(client, branch);
		if (refusal.type === "STALE_DATA" || now !== void 0 && now !== expected) return { movedTo: now };
		throw explained(error, `committing to ${branch}`);
	}
}
// src/repository/github/assemble.ts
/** Commits one part. If an answer is lost, the branch has moved to exactly this commit. */
async function commitPart({ git, client, remote }, branch, expected, { changes, message, tree }) {
	const committed = await commitOnBranch(client, {
		branch,
		expected,
		message,
		changes
	});
	if ("commit" in committed) return committed;
	const now = await fetchBranch(git, remote, branch);
	if (now === void 0) return { movedTo: committed.movedTo };
	const { stdout } = await git.try([
		"rev-parse",
		"--verify",
		"--quiet",
		`${now}^`
	]);
	return stdout.trim() === expected && await treeOf(git, now) === tree ? { commit: now } : { movedTo: now };
}
/**
* Makes the commits of all parts on a temporary branch, returns the last one, and deletes that branch. Readers of the
* real branch, such as Flux, never see a partial change.
*/
async function assembled(surroundings, start, parts, use) {
	const { client } = surroundings;
	const branch = `chancery/parts/${randomBytes(8).toString("hex")}`;
	await createBranch(client, branch, start);
	try {
		let commit = start;
		for (const part of parts) {
			const committed = await commitPart(surroundings, branch, commit, part);
			if (!("commit" in committed)) throw new OperatorError(`another writer changed ${branch}`, "run the command again: it creates the branch again");
			commit = committed.commit;
		}
		return await use(commit);
	} finally {
		await dropBranch(client, branch);
	}
}
// src/repository/github/direct.ts
/** Commits the parts to a branch: a single part directly, several in one step. */
async function putOn(surroundings, { branch, commit: expected }, parts) {
	const { client } = surroundings;
	const [only, ...others] = parts;
	if (only !== void 0 && others.length === 0) {
		const committed = await commitPart(surroundings, branch, expected, only);
		return "commit" in committed ? committed : "moved";
	}
	return assembled(surroundings, expected, parts, async (commit) => await moveBranch(client, {
		branch,
		before: expected,
		after: commit
	}) ? { commit } : "moved");
}
/** Commits to a branch, and updates the local work tree, so that later steps of the job have the new keys. */
async function commitDirectly(surroundings, head, parts) {
	const { git, remote } = surroundings;
	const put = await putOn(surroundings, head, parts);
	if (put === "moved") return readAgain(surroundings, head);
	const { commit } = put;
	const refused = await fetchBranch(git, remote, head.branch) === void 0 ? "it cannot be fetched" : await bringHere(git, head, commit);
	const notes = refused === void 0 ? [] : [behind(head.branch, refused)];
	return {
		outcome: "committed",
		commit,
		branch: head.branch,
		notes
	};
}
/** The current branch, which must contain the read commit. */
async function readAgain(surroundings, head) {
	const now = await fetched(surroundings, head.branch);
	await mustFollow(surroundings.git, head.branch, head.commit, now);
	return moved(head, now);
}
/** The commit of an existing branch, with all its objects. */
async function fetched({ git, remote }, branch) {
	const commit = await fetchBranch(git, remote, branch);
	if (commit !== void 0) return commit;
	throw new OperatorError(`the branch ${branch} cannot be fetched from ${remote.name}`, "check that it still exists, and that the token may read it (contents: read)");
}
// src/repository/github/parts.ts
const partSize = {
	files: 1e3,
	bytes: 4 << 20
};
/**
* Changes in parts within the limits, ordered so that each can follow the previous one. Removed files come first, because a file may be
* in the place of a folder; then keys and the lock, both halves of a key in the usual order; then rendered files.
*/
function partsOf({ written, removed }, { files, bytes } = partSize) {
	const parts = [];
	const partWith = (size) => {
		const last = parts.at(-1);
		if (last !== void 0 && last.written.size + last.removed.length < files && last.bytes + size <= bytes) return last;
		const next = {
			written: /* @__PURE__ */ new Map(),
			removed: [],
			bytes: 0
		};
		parts.push(next);
		return next;
	};
	for (const path of removed) partWith(0).removed.push(path);
	const ordered = [...written].sort(([a], [b]) => rank(a) - rank(b));
	for (const [path, content] of ordered) {
		const size = toBytes(content).length;
		const part = partWith(size);
		part.written.set(path, content);
		part.bytes += size;
	}
	return parts.map(({ written, removed }) => ({
		written,
		removed
	}));
}
const rank = (path) => path.startsWith("deploy/") ? 1 : 0;
// src/repository/github/prepare.ts
/** Names the tree of a commit in its message: if they match, the commit is unchanged, even if another author is shown. */
const treeTrailer = "Chancery-Tree";
/** First makes the commits locally with git, in parts within the API's limits. They are on no branch. */
async function prepare(git, preparation) {
	const { parent, changes, message, prefix, size, marked } = preparation;
	const parts = partsOf(changes, size);
	const [headline = "", ...lines] = message.trim().split("\n");
	const body = lines.join("\n").trim();
	const prepared = [];
	let previous = parent;
	for (const [at, part] of parts.entries()) {
		const made = await makeCommit(git, {
			parent: previous,
			changes: part,
			message,
			committer: "chancery <chancery@localhost> 0 +0000"
		});
		const counted = parts.length === 1 ? headline : `${headline} (part ${at + 1} of ${parts.length})`;
		prepared.push({
			tree: made.tree,
			changes: below(prefix, part),
			message: [
				counted,
				...at === 0 && body !== "" ? [body] : [],
				...marked ? [`${treeTrailer}: ${made.tree}`] : []
			].join("\n\n")
		});
		previous = made.commit;
	}
	return prepared;
}
const below = (prefix, { written, removed }) => ({
	written: new Map([...written].map(([path, text]) => [prefix + path, text])),
	removed: removed.map((path) => prefix + path)
});
const kinds = {
	"100755": "is executable",
	"120000": "is a symbolic link",
	"160000": "is a submodule"
};
/** The API can write ordinary files only: https://docs.github.com/graphql/reference/input-objects#filechanges */
async function mustBeOrdinary(git, commit, { written }) {
	const special = new Map([...await entriesAt(git, commit)].filter(([, { mode }]) => mode in kinds));
	const wrong = [...written.keys()].flatMap((path) => inTheWay(special, path));
	if (wrong.length === 0) return;
	throw new OperatorError(`these files are not ordinary, and GitHub's API writes only ordinary ones: ${[...new Set(wrong)].join(", ")}`, "replace them by ordinary files (`git update-index --chmod=-x` for a mode), or use deliver: git");
}
/** An entry at a path, or at one of its folders, that is not an ordinary file. */
const inTheWay = (special, path) => path.split("/").map((_, at, steps) => steps.slice(0, at + 1).join("/")).flatMap((place) => {
	const entry = special.get(place);
	if (entry === void 0 || place !== path && entry.mode === "100755") return [];
	return [`${place} ${kinds[entry.mode]}`];
});
// src/repository/github/description.ts
/** The most names to list; the rest is a count. */
const shown = 20;
/** The description of a pull request: paths and counts, without file contents. */
function description({ network, findings, made }, { written, removed }) {
	const clusters = clustersIn([...written.keys(), ...removed]);
	return [
		`The current rendering of the network **${prose(network)}**. Merge this pull request to bring it to the clusters.`,
		"",
		`- ${counted(written.size, "file")} written, ${removed.length} removed`,
		`- clusters: ${clusters.length === 0 ? "none" : clusters.map(code).join(", ")}`,
		`- ${findings}`,
		...made.length === 0 ? [] : [
			"",
			"New keys, certificates and genesis (private halves are encrypted):",
			"",
			...listed(made)
		],
		"",
		"Chancery rebuilds this branch when the definition changes. It keeps your own commits on the branch."
	].join("\n");
}
const listed = (paths) => [...paths.slice(0, shown).map((path) => `- ${code(path)}`), ...paths.length > shown ? [`- and ${paths.length - shown} more`] : []];
const clustersIn = (paths) => {
	const names = paths.map((path) => /^(?:deploy\/(?:clusters|flux)|material\/sealed)\/([^/]+)\//.exec(path)?.[1]);
	return [...new Set(names)].filter((name) => name !== void 0).sort();
};
// src/repository/github/pull-request.ts
/** The open pull request from one branch of this repository into another; forks have branches of the same name. */
async function openPullRequest({ request, repository }, branch, base) {
	const { owner, name: repo } = repository;
	const head = `${owner}:${branch}`;
	const { data } = await explaining("looking for the pull request", () => request("GET /repos/{owner}/{repo}/pulls", {
		owner,
		repo,
		head,
		base,
		state: "open"
	}));
	const found = data.find((pull) => pull.head.ref === branch && pull.base.ref === base);
	return found === void 0 ? void 0 : {
		number: found.number,
		url: found.html_url,
		body: found.body ?? ""
	};
}
/** Opens the pull request, or updates Chancery's part of its body. People may change the title afterwards. */
async function keepPullRequest(client, wanted) {
	const { branch, base } = wanted;
	const open = await openPullRequest(client, branch, base);
	if (open === void 0) return create(client, wanted);
	const body = withSection(open.body, wanted.body);
	if (body !== open.body) await change(client, open.number, { body });
	return {
		number: open.number,
		url: open.url
	};
}
/** How often to wait for a new branch. */
const attempts = 5;
async function create(client, { branch, base, title, body }) {
	const { request, repository } = client;
	const { owner, name: repo } = repository;
	for (let attempt = 1;; attempt += 1) try {
		const { data } = await request("POST /repos/{owner}/{repo}/pulls", {
			owner,
			repo,
			head: branch,
			base,
			title,
			body: withSection("", body)
		});
		return {
			number: data.number,
			url: data.html_url
		};
	} catch (error) {
		const refusal = refusalIn(error);
		const open = refusal?.status === 422 ? await openPullRequest(client, branch, base) : void 0;
		if (open !== void 0) return {
			number: open.number,
			url: open.url
		};
		if (!(refusal?.status === 422 && /could not resolve to a node/i.test(refusal.message)) || attempt === attempts) throw explained(error, `opening a pull request from ${branch}`);
		await client.wait(1e3 * attempt);
	}
}
const closePullRequest = (client, number) => change(client, number, { state: "closed" });
async function change({ request, repository }, number, changes) {
	const { owner, name: repo } = repository;
	await explaining(`changing pull request ${number}`, () => request("PATCH /repos/{owner}/{repo}/pulls/{pull_number}", {
		owner,
		repo,
		pull_number: number,
		...changes
	}));
}
const [begin, end] = ["<!-- chancery: begin -->", "<!-- chancery: end -->"];
/** A body with Chancery's part between its marks; without marks, after the text of people. */
function withSection(body, section) {
	const marked = `${begin}\n${section.trim()}\n${end}`;
	const [from, to] = [body.indexOf(begin), body.indexOf(end)];
	if (from < 0 || to < from) return body.trim() === "" ? marked : `${body.trimEnd()}\n\n${marked}`;
	return body.slice(0, from) + marked + body.slice(to + end.length);
}
// src/repository/github/proposal.ts
/** The branch that proposes the rendered files of a network. */
const proposalBranch = (base, network) => `chancery/${base}/${network}`;
/** Proposes a change of `base`: opens the pull request, updates it, or closes it when it has no changes left. */
async function propose(surroundings, base, request, parts) {
	const { git, client } = surroundings;
	const { head } = request;
	const branch = proposalBranch(base, request.proposal.network);
	if (head.branch === branch) return addTo(surroundings, base, request, parts);
	if (await commitOf(client, base) !== head.commit) return readAgain(surroundings, head);
	const previous = await commitOf(client, branch) === void 0 ? void 0 : await fetched(surroundings, branch);
	const compared = previous === void 0 ? void 0 : await compare(client, head.commit, previous);
	if (previous !== void 0 && compared !== void 0 && hasOthers(compared)) return buildUpon(surroundings, head.commit, branch, compared);
	const last = parts.at(-1);
	if (last === void 0) return withdraw(surroundings, base, branch, previous);
	const keep = () => keepPullRequest(client, wanted(base, branch, request));
	if (previous !== void 0 && compared?.hasBase === true && await treeOf(git, previous) === last.tree) return {
		outcome: "unchanged",
		pullRequest: await keep(),
		notes: []
	};
	return assembled(surroundings, head.commit, parts, async (commit) => {
		if (!(previous === void 0 ? await createBranch(client, branch, commit) : await moveBranch(client, {
			branch,
			before: previous,
			after: commit,
			rebuilt: true
		}))) return readAgain(surroundings, head);
		return {
			outcome: "committed",
			commit,
			branch,
			pullRequest: await keep(),
			notes: []
		};
	});
}
const wanted = (base, branch, { proposal, changes }) => ({
	branch,
	base,
	title: `Render ${proposal.network}`,
	body: description(proposal, changes)
});
/** Continues from the commits of others on the branch, with the current base merged in. */
async function buildUpon(surroundings, base, branch, { hasBase }) {
	const { client } = surroundings;
	const { owner, name: repo } = client.repository;
	if (!hasBase) try {
		await client.request("POST /repos/{owner}/{repo}/merges", {
			owner,
			repo,
			base: branch,
			head: base
		});
	} catch (error) {
		if (refusalIn(error)?.status !== 409) throw explained(error, `merging into ${branch}`);
		throw new OperatorError(`${branch} has commits of others, which are kept, and conflicts with its target branch`, `merge the target into ${branch} by hand, or delete ${branch} to have it created again`);
	}
	const commit = await fetched(surroundings, branch);
	const because = `${branch} has commits of others, which are kept`;
	return {
		outcome: "moved",
		head: {
			branch,
			commit,
			checkedOut: false
		},
		because
	};
}
/** Commits on top of the commits of others on the branch. */
async function addTo(surroundings, base, request, parts) {
	const { head } = request;
	const put = parts.length === 0 ? void 0 : await putOn(surroundings, head, parts);
	if (put === "moved") return readAgain(surroundings, head);
	const pullRequest = await keepPullRequest(surroundings.client, wanted(base, head.branch, request));
	if (put === void 0) return {
		outcome: "unchanged",
		pullRequest,
		notes: []
	};
	return {
		outcome: "committed",
		commit: put.commit,
		branch: head.branch,
		pullRequest,
		notes: []
	};
}
/** No changes are left to propose. */
async function withdraw({ client }, base, branch, previous) {
	const open = await openPullRequest(client, branch, base);
	if (open !== void 0) await closePullRequest(client, open.number);
	const gone = previous === void 0 || await moveBranch(client, {
		branch,
		before: previous
	});
	return {
		outcome: "unchanged",
		notes: [...open === void 0 ? [] : [`closed pull request ${open.number}: it has no changes left`], ...gone ? [] : [`kept ${branch}: it has commits of others`]]
	};
}
/** Whether a branch has commits that Chancery did not make, or that were changed. */
const hasOthers = ({ commits }) => commits === void 0 || commits.some(({ tree, message }) => !message.trimEnd().endsWith(`Chancery-Tree: ${tree}`));
// src/repository/github/repository.ts
/** A clone of a repository at GitHub. git reads it; GitHub's API makes commits. */
function githubRepository(directory, delivery) {
	const { client, token, environment, asPullRequest } = delivery;
	const git = gitIn(directory);
	const remote = remoteWith(client.repository, token, environment);
	const surroundings = {
		git,
		remote,
		client,
		size: delivery.size ?? partSize
	};
	const chosen = delivery.branch === void 0 ? void 0 : {
		name: delivery.branch,
		remote
	};
	const here = gitRepository(directory, void 0, chosen);
	const baseOf = async () => delivery.branch ?? await checkedOut(git) ?? "";
	async function commit(request) {
		const { head, changes, message } = request;
		await mustBeOrdinary(git, head.commit, changes);
		const { size } = surroundings;
		const preparation = {
			parent: head.commit,
			changes,
			message,
			prefix: await here.prefix(),
			size,
			marked: asPullRequest
		};
		const prepared = isEmpty(changes) ? [] : await prepare(git, preparation);
		const parts = prepared.at(-1)?.tree === await treeOf(git, head.commit) ? [] : prepared;
		if (asPullRequest) return propose(surroundings, await baseOf(), request, parts);
		if (parts.length === 0) return {
			outcome: "unchanged",
			notes: head.checkedOut ? [] : await broughtTo(git, head)
		};
		return commitDirectly(surroundings, head, parts);
	}
	return {
		...here,
		commit,
		proposed: async (network) => {
			const proposal = asPullRequest ? await fetchBranch(git, remote, proposalBranch(await baseOf(), network)) : void 0;
			return proposal === void 0 ? void 0 : filesAt(directory, proposal);
		}
	};
}
export { githubRepository };
