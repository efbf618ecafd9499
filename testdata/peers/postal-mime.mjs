// Reads the mails of a Maildir with postal-mime and prints as JSON how many there
// were and the seconds it took. It stands beside the node_modules that hold it.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import PostalMime from "postal-mime";

const folder = join(process.argv[2], "new");
const sum = { mails: 0, failed: 0, subject: 0, seconds: 0 };
for (const name of readdirSync(folder)) {
  const raw = readFileSync(join(folder, name));
  sum.mails++;
  const start = performance.now();
  try {
    const mail = await PostalMime.parse(raw);
    if ((mail.subject ?? "").toLowerCase().includes("önskemål")) sum.subject++;
  } catch {
    sum.failed++;
  }
  sum.seconds += (performance.now() - start) / 1000;
}
console.log(JSON.stringify(sum));
