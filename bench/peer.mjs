// whatsapp-chat-parser on the same file; prints records and seconds like Holdfast.Bench does.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
const { parseString } = createRequire(process.argv[3])('whatsapp-chat-parser');
const start = process.hrtime.bigint();
const records = parseString(readFileSync(process.argv[2], 'utf8')).length;
const seconds = Number(process.hrtime.bigint() - start) / 1e9;
console.log(`peer ${records} records ${seconds.toFixed(3)} s ${Math.round(records / seconds)} records/s`);
