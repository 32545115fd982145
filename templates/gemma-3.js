// Written anew after Google's description of the Gemma prompt format; docs/templates.md says what it was compared with.
export default {
  name: 'gemma-3',
  encoding: 'gemma3',
  bos: '<bos>',
  eos: '<eos>',
  controls: ['<bos>', '<start_of_turn>', '<end_of_turn>', '<start_of_image>'],
  roles: ['system', 'user', 'assistant'],
  calls: false,
  image: true,
  emptyText: '',
  joint: '',
  jinja: `
{%- set state = namespace(system='', first=0, user=true) -%}
{%- if messages and messages[0].role == 'system' -%}
  {%- set state.system = messages[0].content[0].text if messages[0].content is not string else messages[0].content -%}
  {%- set state.system = state.system + '\n\n' -%}
  {%- set state.first = 1 -%}
{%- endif -%}
{{- bos_token -}}
{%- for message in messages[state.first:] -%}
  {%- if (message.role == 'user') != state.user -%}
    {{- raise_exception('rule: after the system message, user and assistant alternate') -}}
  {%- endif -%}
  {%- set state.user = not state.user -%}
  {{- '<start_of_turn>' + ('model' if message.role == 'assistant' else message.role) + '\n' -}}
  {{- state.system if loop.first else '' -}}
  {%- if message.content is string -%}
    {{- message.content | trim -}}
  {%- else -%}
    {%- for item in message.content -%}
      {{- '<start_of_image>' if item.type == 'image' else (item.text | trim) -}}
    {%- endfor -%}
  {%- endif -%}
  {{- '<end_of_turn>\n' -}}
{%- endfor -%}
{%- if add_generation_prompt -%}
  {{- '<start_of_turn>model\n' -}}
{%- endif -%}
`,
};
