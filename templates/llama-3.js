// Written anew after Meta's description of the Llama 3 prompt format; docs/templates.md says what it was compared with.
export default {
  name: 'llama-3',
  encoding: 'llama3',
  bos: '<|begin_of_text|>',
  eos: '<|eot_id|>',
  controls: ['<|begin_of_text|>', '<|start_header_id|>', '<|end_header_id|>', '<|eot_id|>'],
  calls: false,
  emptyText: '',
  joint: '\n',
  jinja: `
{{- bos_token -}}
{%- for message in messages -%}
  {{- '<|start_header_id|>' + message.role + '<|end_header_id|>\n\n' + (message.content | trim) + '<|eot_id|>' -}}
{%- endfor -%}
{%- if add_generation_prompt -%}
  {{- '<|start_header_id|>assistant<|end_header_id|>\n\n' -}}
{%- endif -%}
`,
};
