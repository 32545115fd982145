// A process of its own: counts every family of hostile text with one encoding; prints them as JSON.
import { warmUpTexts } from '../corpora/warm-up.js';
import { type Folders, ours } from '../peers/index.js';
import { measureFamilies } from './families.js';
import { makeHot } from './throughput.js';

const request = JSON.parse(process.argv[2]!) as { readonly encoding: string } & Folders;
const count = await ours.load(request.encoding, request);
if (count === undefined) throw new Error(`No encoding ${request.encoding}.`);
console.error(`${request.encoding}: families of hostile text`);
makeHot(count, warmUpTexts(request.root));
console.log(JSON.stringify(measureFamilies(count)));
