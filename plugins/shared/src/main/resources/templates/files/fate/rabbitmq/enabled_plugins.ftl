[rabbitmq_federation_management, rabbitmq_federation].
