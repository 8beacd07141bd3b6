// Runs the GraphQL-over-HTTP audits against the address given, and prints how each ended as JSON.
import { auditServer } from "graphql-http";

const results = await auditServer({ url: process.argv[2] });
const ended = results.map(({ id, name, status, reason }) => ({ id, name, status, reason }));
console.log(JSON.stringify(ended));
