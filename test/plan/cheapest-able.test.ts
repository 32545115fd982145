import { describe, expect, it } from 'vitest';
import { estimateCost } from '../../src/entries/index.js';
import { cheapest } from '../../src/plan/index.js';

const at = '2026-06-15T12:00:00Z';
// A GIF of 1 × 1.
const GIF = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
const shows = [
  {
    role: 'user',
    content: [
      { type: 'text', text: 'What is this?' },
      { type: 'image_url', image_url: { url: GIF } },
    ],
  },
];

describe('the cheapest model', () => {
  it('takes the pictures of the call, or is rejected with that reason', async () => {
    const { best, rejected } = await cheapest({ messages: shows, output: 100, at }, [
      'deepseek-v4-pro',
      'gpt-4o',
      'llama-3.3-70b',
    ]);
    expect(best.model).toBe('gpt-4o');
    expect(rejected).toEqual([
      {
        model: 'deepseek-v4-pro',
        why: 'messages[0].content[1] is an image, and deepseek-v4-pro takes text alone.',
      },
      {
        model: 'llama-3.3-70b',
        why: 'messages[0].content[1] is an image, and llama-3.3-70b takes text alone.',
      },
    ]);
  });

  it('writes answers so long, or is rejected with that reason', async () => {
    const call = { input: 1_000, output: 16_385, at } as const;
    const { best, rejected } = await cheapest(call, ['gpt-4o-mini', 'gpt-4.1']);
    expect(best.model).toBe('gpt-4.1');
    expect(rejected).toEqual([
      {
        model: 'gpt-4o-mini',
        why: 'An answer of 16385 tokens was asked for, and gpt-4o-mini writes at most 16384.',
      },
    ]);
    expect((await cheapest({ ...call, output: 16_384 }, ['gpt-4o-mini', 'gpt-4.1'])).best.model).toBe(
      'gpt-4o-mini',
    );
  });
});

describe('an estimate', () => {
  const codes = async (request: Parameters<typeof estimateCost>[0]): Promise<string[]> =>
    (await estimateCost(request)).warnings.map(({ code }) => code);

  it('warns of an answer longer than the model writes, whichever way it is asked for', async () => {
    const call = { model: 'gpt-4o-mini', input: 10, at } as const;
    expect(await codes({ ...call, output: 100_000 })).toContain('over-max-output');
    expect(await codes({ ...call, output: { max: 100_000 } })).toContain('over-max-output');
    expect(await codes({ ...call, output: { expected: 100_000 } })).toContain('over-max-output');
    expect(await codes({ ...call, output: 16_384, choices: 4 })).not.toContain('over-max-output');
  });

  it('warns of pictures for a model of text, and not of documents or of what is not known', async () => {
    const seen = { messages: shows, output: 10, at };
    expect(await codes({ ...seen, model: 'llama-3.3-70b' })).toContain('media-refused');
    expect(await codes({ ...seen, model: 'llama-4-maverick' })).toContain('media-rule-unknown');
    expect(await codes({ ...seen, model: 'llama-4-maverick' })).not.toContain('media-refused');
    const file = {
      type: 'file',
      file: { filename: 'a.pdf', file_data: 'data:application/pdf;base64,JVBERi0=' },
    };
    const read = { messages: [{ role: 'user', content: [file] }], output: 10, at };
    expect(await codes({ ...read, model: 'llama-3.3-70b' })).not.toContain('media-refused');
  });
});
