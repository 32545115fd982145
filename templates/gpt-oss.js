// Written anew after the harmony format that OpenAI documents; docs/templates.md says what it was compared with.
export default {
  name: 'gpt-oss',
  encoding: 'o200k_harmony',
  bos: '',
  eos: '<|return|>',
  controls: ['<|start|>', '<|end|>', '<|message|>', '<|channel|>', '<|call|>', '<|return|>'],
  roles: ['system', 'user', 'assistant', 'tool'],
  tools: true,
  reasoning: 'thinking',
  efforts: ['low', 'medium', 'high'],
  emptyText: '',
  joint: '\n',
  date: '%Y-%m-%d',
  // The gap is an indent of the published template that reaches the prompt.
  jinja: `
{%- set gap = '                ' -%}
{%- macro typeOf(schema) -%}
  {%- if schema is not mapping -%}
    {{- 'any' -}}
  {%- elif schema.type == 'array' -%}
    {%- set inner = typeOf(schema['items']) if schema['items'] else 'any' -%}
    {{- ('any' if inner == 'object | object' or inner | length > 50 else inner) + '[]' -}}
    {{- ' | null' if schema.nullable else '' -}}
  {%- elif schema.type is defined and schema.type is not string and schema.type is iterable and schema.type -%}
    {{- schema.type | join(' | ') -}}
  {%- elif schema.oneOf -%}
    {%- for variant in schema.oneOf -%}
      {{- typeOf(variant) -}}
      {{- '// ' + variant.description if variant.description else '' -}}
      {{- gap + '    // default: ' + (variant.default | tojson) if variant.default is defined else '' -}}
      {{- ' | \n' if not loop.last else '' -}}
    {%- endfor -%}
  {%- elif schema.type == 'string' and schema.enum -%}
    {{- '"' + (schema.enum | join('" | "')) + '"' -}}
  {%- elif schema.type == 'string' -%}
    {{- 'string' + (' | null' if schema.nullable else '') -}}
  {%- elif schema.type == 'number' or schema.type == 'integer' -%}
    {{- 'number' -}}
  {%- elif schema.type == 'boolean' -%}
    {{- 'boolean' -}}
  {%- elif schema.type == 'object' and schema.properties -%}
    {{- '{\n' -}}
    {%- for name, inner in schema.properties.items() -%}
      {{- name + ('' if name in (schema.required or []) else '?') + ': \n' + gap + typeOf(inner) -}}
      {{- ', ' if not loop.last else '' -}}
    {%- endfor -%}
    {{- '}' -}}
  {%- else -%}
    {{- 'object' if schema.type == 'object' else 'any' -}}
  {%- endif -%}
{%- endmacro -%}
{%- macro signature(tool) -%}
  {{- '// ' + tool.description + '\n' if tool.description else '' -}}
  {{- 'type ' + tool.name + ' = ' -}}
  {%- if tool.parameters and tool.parameters.properties -%}
    {{- '(_: {\n' -}}
    {%- for name, schema in tool.parameters.properties.items() -%}
      {{- '// ' + schema.description + '\n' if schema.description else '' -}}
      {{- name + ('' if name in (tool.parameters.required or []) else '?') + ': ' + typeOf(schema) -}}
      {%- if schema.default is defined -%}
        {{- '' if schema.oneOf and not schema.enum else ', ' -}}
        {{- '// default: ' -}}
        {{- schema.default if schema.enum or schema.oneOf else (schema.default | tojson) -}}
      {%- endif -%}
      {{- ',\n' -}}
    {%- endfor -%}
    {{- '}) => any;\n\n' -}}
  {%- else -%}
    {{- '() => any;\n\n' -}}
  {%- endif -%}
{%- endmacro -%}
{%- set state = namespace(developer='', first=0, called='', final=-1) -%}
{%- if messages and messages[0].role == 'system' -%}
  {%- set state.developer = messages[0].content -%}
  {%- set state.first = 1 -%}
{%- endif -%}
{%- for message in messages -%}
  {%- if message.role == 'assistant' and not message.tool_calls -%}
    {%- set state.final = loop.index0 -%}
  {%- endif -%}
{%- endfor -%}
{{- '<|start|>system<|message|>You are ChatGPT, a large language model trained by OpenAI.\n' -}}
{{- 'Knowledge cutoff: 2024-06\nCurrent date: ' + date + '\n\nReasoning: ' + (effort or 'medium') + '\n\n' -}}
{{- '# Valid channels: analysis, commentary, final. Channel must be included for every message.' -}}
{{- "\nCalls to these tools must go to the commentary channel: 'functions'." if tools else '' -}}
{{- '<|end|>' -}}
{%- if state.developer or tools -%}
  {{- '<|start|>developer<|message|>' -}}
  {{- '# Instructions\n\n' + state.developer if state.developer else '' -}}
  {%- if tools -%}
    {{- '\n\n# Tools\n\n## functions\n\nnamespace functions {\n\n' -}}
    {%- for tool in tools -%}
      {{- signature(tool.function) -}}
    {%- endfor -%}
    {{- '} // namespace functions' -}}
  {%- endif -%}
  {{- '<|end|>' -}}
{%- endif -%}
{%- for message in messages -%}
  {%- if loop.index0 < state.first -%}
  {%- elif message.role == 'system' -%}
    {{- raise_exception('rule: the system message is the first') -}}
  {%- elif message.role == 'user' -%}
    {{- '<|start|>user<|message|>' + message.content + '<|end|>' -}}
  {%- elif message.role == 'tool' -%}
    {%- if not (message.name or state.called) -%}
      {{- raise_exception('rule: a result of a tool follows its call') -}}
    {%- endif -%}
    {{- '<|start|>functions.' + (message.name or state.called) + ' to=assistant<|channel|>commentary<|message|>' -}}
    {{- (message.content | tojson) + '<|end|>' -}}
  {%- elif message.tool_calls -%}
    {%- if loop.index0 > state.final -%}
      {%- if message.thinking -%}
        {{- '<|start|>assistant<|channel|>analysis<|message|>' + message.thinking + '<|end|>' -}}
      {%- endif -%}
      {%- if message.content -%}
        {{- '<|start|>assistant<|channel|>' + ('commentary' if message.thinking else 'analysis') -}}
        {{- '<|message|>' + message.content + '<|end|>' -}}
      {%- endif -%}
    {%- endif -%}
    {%- for call in message.tool_calls -%}
      {%- set state.called = call.function.name -%}
      {{- '<|start|>assistant to=functions.' + call.function.name + '<|channel|>commentary json<|message|>' -}}
      {{- (call.function.arguments | tojson) + '<|call|>' -}}
    {%- endfor -%}
  {%- else -%}
    {%- set state.called = '' -%}
    {%- if loop.last and not add_generation_prompt and message.thinking -%}
      {{- '<|start|>assistant<|channel|>analysis<|message|>' + message.thinking + '<|end|>' -}}
    {%- endif -%}
    {{- '<|start|>assistant<|channel|>final<|message|>' + message.content -}}
    {{- '<|return|>' if loop.last and not add_generation_prompt else '<|end|>' -}}
  {%- endif -%}
{%- endfor -%}
{%- if add_generation_prompt -%}
  {{- '<|start|>assistant' -}}
{%- endif -%}
`,
};
