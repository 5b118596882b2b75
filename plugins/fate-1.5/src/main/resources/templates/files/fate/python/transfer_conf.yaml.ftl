paths:
  - python/federatedml/transfer_variable/auth_conf
