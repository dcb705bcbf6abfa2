export { t as githubClient } from "./shared-client.js";
