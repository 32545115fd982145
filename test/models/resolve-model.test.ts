import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listModels, modelRecord, nearestModels, resolveModel } from '../../src/models/index.js';

describe('resolveModel', () => {
  it.each([
    ['o1', 'o1', 'openai'],
    ['o1-2024-12-17', 'o1', 'openai'],
    ['openai/o1', 'o1', 'openai'],
    ['azure/eu/o1-2024-12-17', 'o1', 'azure'],
    ['GPT-4o', 'gpt-4o', 'openai'],
    ['gpt-4o-2024-11-20', 'gpt-4o', 'openai'],
    ['gpt-4o-2024-05-13', 'gpt-4o-2024-05-13', 'openai'],
    ['openrouter/openai/gpt-4o-mini', 'gpt-4o-mini', 'openrouter'],
    ['openai/gpt-5-mini-2025-08-07', 'gpt-5-mini', 'openai'],
    ['gpt-5.6', 'gpt-5.6-sol', 'openai'],
    ['us.openai.gpt-6.1-sol', 'gpt-6.1-sol', 'bedrock'],
    ['groq/openai/gpt-oss-120b', 'gpt-oss-120b', 'groq'],
    ['openai.gpt-oss-120b-1:0', 'gpt-oss-120b', 'bedrock'],
    ['@cf/openai/gpt-oss-120b', 'gpt-oss-120b', 'cloudflare'],
    ['deepseek-ai/DeepSeek-R1', 'deepseek-r1', 'deepseek'],
    ['deepseek.r1-v1:0', 'deepseek-r1', 'bedrock'],
    ['us.deepseek.r1-v1:0', 'deepseek-r1', 'bedrock'],
    ['fireworks_ai/accounts/fireworks/models/deepseek-r1', 'deepseek-r1', 'fireworks'],
    ['deepseek-ai/DeepSeek-R1-0528', 'deepseek-r1-0528', 'deepseek'],
    ['deepseek/deepseek-chat-v3-0324', 'deepseek-v3', 'deepseek'],
    ['deepseek-flash', 'deepseek-v4.1-flash', 'deepseek'],
    ['@cf/deepseek-ai/deepseek-v4-pro-0813', 'deepseek-v4-pro', 'cloudflare'],
    ['llama-3.3-70b', 'llama-3.3-70b', 'groq'],
    ['llama-3.3-70b-versatile', 'llama-3.3-70b', 'groq'],
    ['groq/llama-3.3-70b-versatile', 'llama-3.3-70b', 'groq'],
    ['meta-llama/Llama-3.3-70B-Instruct', 'llama-3.3-70b', 'groq'],
    ['together_ai/meta-llama/Llama-3.3-70B-Instruct-Turbo', 'llama-3.3-70b', 'together'],
    ['us.meta.llama3-3-70b-instruct-v1:0', 'llama-3.3-70b', 'bedrock'],
    ['accounts/fireworks/models/llama-v3p3-70b-instruct', 'llama-3.3-70b', 'fireworks'],
    ['@cf/meta/llama-3.3-70b-instruct-fp8-fast', 'llama-3.3-70b', 'cloudflare'],
    ['cerebras/llama3.1-8b', 'llama-3.1-8b', 'cerebras'],
    ['qwen.qwen3-235b-a22b-2507-v1:0', 'qwen3-235b-a22b-2507', 'bedrock'],
    ['hf:Qwen/Qwen3-235B-A22B-Instruct-2507', 'qwen3-235b-a22b-2507', 'bedrock'],
    ['dashscope/qwen3-max', 'qwen3-max', 'alibaba'],
    ['claude-sonnet-4-5', 'claude-sonnet-4-5', 'anthropic'],
    ['anthropic/claude-4.5-sonnet-20250929', 'claude-sonnet-4-5', 'anthropic'],
    ['jp.anthropic.claude-sonnet-4-5-20250929-v1:0', 'claude-sonnet-4-5', 'bedrock'],
    ['vertex_ai/claude-3-5-sonnet-v2@20241022', 'claude-3-5-sonnet', 'vertex'],
    ['anthropic--claude-4.6-sonnet', 'claude-sonnet-4-6', 'sap'],
    ['databricks-claude-opus-4-1', 'claude-opus-4-1', 'databricks'],
    ['models/gemini-2.5-pro', 'gemini-2.5-pro', 'google'],
    ['gemini/gemini-3.1-pro-preview', 'gemini-3.1-pro-preview', 'google'],
    ['oci/google.gemini-2.5-flash', 'gemini-2.5-flash', 'oci'],
    ['mistral-large-latest', 'mistral-large-2512', 'mistral'],
    ['pixtral-large-2411', 'pixtral-large', 'mistral'],
    ['mistral/pixtral-large-latest', 'pixtral-large', 'mistral'],
    ['us.mistral.pixtral-large-2502-v1:0', 'pixtral-large', 'bedrock'],
    ['mistral-large-2411', 'mistral-large-2411', 'mistral'],
    ['x-ai/grok-4.6', 'grok-4.6', 'xai'],
    ['us.xai.grok-4.6', 'grok-4.6', 'bedrock'],
    ['@cf/zai-org/glm-5.3', 'glm-5.3', 'cloudflare'],
    ['accounts/fireworks/routers/glm-5p3-fast', 'glm-5.3', 'fireworks'],
    ['moonshotai/Kimi-K3', 'kimi-k3', 'moonshot'],
    ['bedrock/us-gov-west-1/amazon.nova-pro-v1:0', 'nova-pro', 'bedrock'],
    ['MiniMax-M3', 'minimax-m3', 'minimax'],
    ['watsonx/meta-llama/llama-4-maverick-17b', 'llama-4-maverick', 'watsonx'],
    ['deepseek-r1-distill-llama-70b', 'deepseek-r1-distill-llama-70b', 'novita'],
    ['wandb/meta-llama/Llama-3.3-70B-Instruct', 'llama-3.3-70b', 'wandb'],
  ])('%s is %s at %s', (id, model, provider) => {
    expect(resolveModel(id)).toMatchObject({ known: true, model, provider });
  });

  it('returns what surrounds the model, because it changes the price', () => {
    expect(resolveModel('openai/gpt-4o:batch')).toMatchObject({ qualifiers: { serviceTier: 'batch' } });
    expect(resolveModel('us.meta.llama3-3-70b-instruct-v1:0')).toMatchObject({
      qualifiers: { provider: 'bedrock', region: 'us' },
    });
    expect(resolveModel('deepseek/deepseek-r1:free')).toMatchObject({ qualifiers: { variant: 'free' } });
    expect(resolveModel('gemini-2.5-flash-preview-04-17:thinking')).toMatchObject({
      model: 'gemini-2.5-flash',
      qualifiers: { variant: 'preview-04-17', thinking: true },
    });
    expect(resolveModel('deepseek/deepseek-v4-pro:thinking')).toMatchObject({
      qualifiers: { thinking: true },
    });
    expect(resolveModel('o1')).toMatchObject({ qualifiers: {}, via: [] });
  });

  it('says which steps led from the id to the model', () => {
    const resolution = resolveModel('us.meta.llama3-3-70b-instruct-v1:0');
    expect(resolution.known && resolution.via).toMatchInlineSnapshot(`
      [
        "strip region us.",
        "bedrock calls llama-3.3-70b meta.llama3-3-70b-instruct-v1:0",
      ]
    `);
  });

  it.each([
    ['bedrock/eu-central-1/amazon.nova-pro-v1:0', 'nova-pro', 'bedrock', 'eu-central-1'],
    ['azure/eastus/gpt-4o', 'gpt-4o', 'azure', 'eastus'],
    ['azure_ai/swedencentral/gpt-5', 'gpt-5', 'azure', 'swedencentral'],
    ['vertex_ai/europe-west1/claude-sonnet-4-5@20250929', 'claude-sonnet-4-5', 'vertex', 'europe-west1'],
    ['arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-pro-v1:0', 'nova-pro', 'bedrock', 'us-east-1'],
    [
      'arn:aws-us-gov:bedrock:us-gov-west-1::foundation-model/amazon.nova-pro-v1:0',
      'nova-pro',
      'bedrock',
      'us-gov-west-1',
    ],
    [
      'projects/my-project/locations/us-central1/publishers/google/models/gemini-2.5-pro',
      'gemini-2.5-pro',
      'vertex',
      'us-central1',
    ],
    [
      'projects/my-project/locations/global/publishers/anthropic/models/claude-sonnet-4-5@default',
      'claude-sonnet-4-5',
      'vertex',
      'global',
    ],
  ])('%s is %s at %s in %s', (id, model, provider, region) => {
    expect(resolveModel(id)).toMatchObject({ model, provider, qualifiers: { provider, region } });
  });

  it('takes the region of a cloud off between the cloud and the model, and says so', () => {
    const resolution = resolveModel('bedrock/eu-central-1/amazon.nova-pro-v1:0');
    expect(resolution.known && resolution.via).toEqual([
      'strip bedrock/, sold by bedrock',
      'strip region eu-central-1/',
      'strip amazon., sold by bedrock',
      'nova-pro-v1:0 is nova-pro',
    ]);
  });

  it('takes a profile’s own region before that of the cloud, because the profile has the price', () => {
    const arn = 'arn:aws:bedrock:eu-central-1:123456789012:inference-profile/eu.amazon.nova-pro-v1:0';
    const inUs = 'bedrock/us-east-1/global.anthropic.claude-sonnet-4-5-20250929-v1:0';
    expect(resolveModel(arn)).toMatchObject({ model: 'nova-pro', qualifiers: { region: 'eu' } });
    expect(resolveModel(`bedrock/converse/${arn}`)).toMatchObject({ qualifiers: { region: 'eu' } });
    expect(resolveModel(inUs)).toMatchObject({ provider: 'bedrock', qualifiers: { region: 'global' } });
  });

  it.each([
    ['publishers/google/models/gemini-2.5-pro', 'gemini-2.5-pro', 'vertex'],
    ['claude-sonnet-4-5@default', 'claude-sonnet-4-5', 'anthropic'],
    ['vertex_ai/claude-sonnet-4-5@default', 'claude-sonnet-4-5', 'vertex'],
    ['claude-sonnet-4-5[1m]', 'claude-sonnet-4-5', 'anthropic'],
    ['us.anthropic.claude-sonnet-4-6[1m]', 'claude-sonnet-4-6', 'bedrock'],
    ['bedrock/invoke/anthropic.claude-3-5-sonnet-20240620-v1:0', 'claude-3-5-sonnet', 'bedrock'],
  ])('%s is %s at %s, without more to say', (id, model, provider) => {
    const resolution = resolveModel(id);
    expect(resolution).toMatchObject({ known: true, model, provider });
    const { provider: _, region, ...said } = resolution.known ? resolution.qualifiers : {};
    expect([region, said]).toEqual([id.startsWith('us.') ? 'us' : undefined, {}]);
  });

  it('knows bought capacity by its variant, whose price no list has', () => {
    const ids = [
      'arn:aws:bedrock:us-east-1:123456789012:provisioned-model/amazon.nova-pro-v1:0',
      'bedrock/us-east-1/6-month-commitment/amazon.nova-pro-v1:0',
    ];
    for (const id of ids) {
      expect(resolveModel(id)).toMatchObject({
        model: 'nova-pro',
        qualifiers: { variant: 'provisioned', region: 'us-east-1' },
      });
    }
  });

  it.each([
    'arn:aws:bedrock:us-east-1:123456789012:provisioned-model/abc123def456',
    'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc123def456',
    'arn:aws:bedrock:us-east-1:123456789012:imported-model/abc123def456',
    'projects/my-project/locations/us-central1/endpoints/4567890123456789',
    'arn:aws:sagemaker:us-east-1:123456789012:endpoint/gpt-4o',
    'claude-sonnet-4-5[2m]',
  ])('%s names no model', (id) => {
    expect(resolveModel(id)).toMatchObject({ known: false });
  });

  it('names the outermost seller, not the one inside', () => {
    expect(resolveModel('openrouter/groq/llama-3.3-70b-versatile')).toMatchObject({ provider: 'openrouter' });
  });

  it.each([
    'gpt-4o-mini-search-preview',
    'gpt-4o-search-preview',
    'gpt-5.6-sol-pro',
    'gpt-4o-2029-01-01',
    'shisa-ai/shisa-v2-llama3.3-70b',
    'gemini-2.5-flash-preview-tts',
    'claude-opus-6',
    'anthropic.claude-v9',
    'nvidia/llama-3.1-nemotron-70b-instruct',
  ])('%s is not a known sibling', (id) => {
    expect(resolveModel(id)).toMatchObject({ known: false });
  });

  it.each([
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    '',
    ' ',
    '/',
    '../gpt-4o',
    '%2e%2e/gpt-4o',
    '/gpt-4o',
    'file:gpt-4o',
    'gpt-4o\0',
    'openai/',
    ':batch',
    'x'.repeat(1_000_000),
    'a/'.repeat(90),
  ])('a hostile id is unknown', (id) => {
    expect(resolveModel(id)).toMatchObject({ known: false });
  });

  it.each([undefined, null, 7, {}, ['o1'], Symbol('o1')])('refuses an id that is not a string', (id) => {
    expect(() => resolveModel(id as string)).toThrow(expect.objectContaining({ code: 'invalid-input' }));
  });

  it('answers every string', () => {
    fc.assert(
      fc.property(fc.string(), (id) => {
        const resolution = resolveModel(id);
        if (resolution.known) expect(modelRecord(resolution.model)).toBeDefined();
        else expect(resolution.nearest.length).toBeLessThanOrEqual(3);
      }),
    );
  });
});

describe('nearestModels', () => {
  it('finds what was probably meant', () => {
    expect(nearestModels('lama-3.3-70b')[0]).toBe('llama-3.3-70b');
    expect(nearestModels('gpt4o')[0]).toBe('gpt-4o');
    expect(nearestModels('deepseekr1')[0]).toBe('deepseek-r1');
    expect(nearestModels('gpt-4o-mini-search-preview')[0]).toBe('gpt-4o-mini');
    expect(nearestModels('gpt-6')).toContain('gpt-6-sol');
  });

  it('names nothing when nothing is near', () => {
    expect(nearestModels('text-to-speech')).toEqual([]);
    expect(nearestModels('__proto__')).toEqual([]);
  });
});

describe('listModels', () => {
  it('filters by vendor, by reference host and by encoding', () => {
    const ids = (filter: Parameters<typeof listModels>[0]): string[] =>
      listModels(filter).map(({ model }) => model);
    expect(ids({ provider: 'deepseek' })).toContain('deepseek-r1');
    expect(ids({ provider: 'meta', encoding: 'llama3' })).toContain('llama-3.3-70b');
    expect(ids({ provider: 'groq' })).toContain('gpt-oss-120b');
    expect(ids({ encoding: 'no such' })).toEqual([]);
    expect(ids({}).length).toBe(listModels().length);
  });
});
