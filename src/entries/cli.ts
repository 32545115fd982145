#!/usr/bin/env node
import process from 'node:process';
import { main, nodeIo } from '../cli/index.js';

main(process.argv.slice(2), nodeIo()).then((code) => {
  process.exitCode = code;
});
