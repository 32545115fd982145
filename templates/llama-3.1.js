// Written anew after Meta's description of the Llama 3.1 prompt format; docs/templates.md says what it was compared with.
export default {
  name: 'llama-3.1',
  encoding: 'llama3',
  bos: '<|begin_of_text|>',
  eos: '<|eot_id|>',
  controls: [
    '<|begin_of_text|>',
    '<|end_of_text|>',
    '<|start_header_id|>',
    '<|end_header_id|>',
    '<|eot_id|>',
    // The next two are ids 128008 and 128010, which the vocabulary of Llama 3 reserves without a name.
    '<|eom_id|>',
    '<|python_tag|>',
  ],
  tools: true,
  both: 'calls',
  emptyText: '',
  joint: '\n',
  date: '%d %b %Y',
  jinja: `
{%- macro head(role) -%}
  {{- '<|start_header_id|>' + role + '<|end_header_id|>\n\n' -}}
{%- endmacro -%}
{%- set state = namespace(system='', first=0, offered=not tools) -%}
{%- if messages and messages[0].role == 'system' -%}
  {%- set state.system = messages[0].content | trim -%}
  {%- set state.first = 1 -%}
{%- endif -%}
{{- bos_token + head('system') + ('Environment: ipython\n' if tools else '') -}}
{{- 'Cutting Knowledge Date: December 2023\nToday Date: ' + date + '\n\n' + state.system + '<|eot_id|>' -}}
{%- if tools and messages | length <= state.first -%}
  {{- raise_exception('rule: tools stand in the first user message, and there is none') -}}
{%- endif -%}
{%- for message in messages[state.first:] -%}
  {%- if not state.offered -%}
    {%- set state.offered = true -%}
    {{- head('user') + 'Given the following functions, please respond with a JSON for a function call ' -}}
    {{- 'with its proper arguments that best answers the given prompt.\n\nRespond in the format ' -}}
    {{- '{"name": function name, "parameters": dictionary of argument name and its value}.' -}}
    {{- 'Do not use variables.\n\n' -}}
    {%- for tool in tools -%}
      {{- (tool | tojson(indent=4)) + '\n\n' -}}
    {%- endfor -%}
    {{- (message.content | trim) + '<|eot_id|>' -}}
  {%- elif message.tool_calls -%}
    {%- if message.tool_calls | length > 1 -%}
      {{- raise_exception('rule: a message makes one call at a time') -}}
    {%- endif -%}
    {%- set call = message.tool_calls[0].function -%}
    {{- head('assistant') + '{"name": "' + call.name + '", "parameters": ' + (call.arguments | tojson) -}}
    {{- '}<|eot_id|>' -}}
  {%- elif message.role == 'tool' -%}
    {{- head('ipython') + (message.content | tojson) + '<|eot_id|>' -}}
  {%- else -%}
    {{- head(message.role) + (message.content | trim) + '<|eot_id|>' -}}
  {%- endif -%}
{%- endfor -%}
{%- if add_generation_prompt -%}
  {{- head('assistant') -}}
{%- endif -%}
`,
};
