-- A missing table or column is an error.
SELECT processor_id, session_id, server_node_id, processor_type, status, tag, command_endpoint, transfer_endpoint, processor_option, pid,
  created_at, updated_at FROM session_processor LIMIT 0;
SELECT id, processor_id, session_id, server_node_id, resource_type, allocated, extention, status, pid, created_at, updated_at
  FROM processor_resource LIMIT 0;
SELECT resource_id, server_node_id, resource_type, total, used, pre_allocated, allocated, extention, status, created_at, updated_at
  FROM node_resource LIMIT 0;
SELECT container_id, session_id, server_node_id, global_rank, local_rank FROM session_ranks LIMIT 0;
